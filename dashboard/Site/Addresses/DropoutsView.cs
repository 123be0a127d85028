using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>The ledgers of dropout of a unit, as the page's address says it.</summary>
public sealed record DropoutsView(string Unit)
{
    /// <summary>Null for the newest month, or the newest period, about which anything is known.</summary>
    public string? Period { get; init; }

    public SchoolStage? Stage { get; init; }
}
