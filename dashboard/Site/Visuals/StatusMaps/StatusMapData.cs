using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Visuals.StatusMaps;

/// <summary>The answer to <c>Visuals/StatusMaps/StatusMap.graphql</c>.</summary>
public sealed record StatusMapAnswer(StatusMapComparison Comparison);

public sealed record StatusMapComparison(IReadOnlyList<StatusMapSeries> Series);

public sealed record StatusMapSeries(OrgUnit OrgUnit, IndicatorCode Indicator, IReadOnlyList<Reading> Points);

public sealed record IndicatorCode(string Code);

/// <summary>Several indicators of several units in one period.</summary>
/// <param name="Indicators">Those for which some unit has a value.</param>
/// <param name="Group">The group they were asked for by; null for none.</param>
public sealed record StatusMapData(
    IReadOnlyList<Indicator> Indicators, IReadOnlyList<StatusMapUnit> Units, string Period, SchoolStage? Stage, string? Group);

/// <param name="Readings">By the indicator's code.</param>
public sealed record StatusMapUnit(OrgUnit OrgUnit, IReadOnlyDictionary<string, Reading> Readings);
