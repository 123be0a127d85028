namespace EduAnalytics.Domain.Indicators;

/// <summary>A heading under which screens list indicators; the catalogue's order is the screens' order.</summary>
public sealed record IndicatorGroup(string Code, string Name, string NameEn);
