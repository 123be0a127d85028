using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>What a unit's page shows, as its address says it.</summary>
/// <param name="Id">The org unit.</param>
public sealed record UnitView(string Id)
{
    /// <summary>The indicator drawn and ranked; null for the first with data.</summary>
    public string? Indicator { get; init; }

    /// <summary>The period whose origin is laid open; null for none.</summary>
    public string? Period { get; init; }

    public SchoolStage? Stage { get; init; }

    /// <summary>As of when the value laid open is shown; null for now.</summary>
    public PastMoment? AsOf { get; init; }
}
