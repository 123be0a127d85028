using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>How a unit stands by a standard, as the page's address says it.</summary>
/// <param name="Unit">The org unit.</param>
/// <param name="Standard">The standard's code.</param>
public sealed record ComplianceView(string Unit, string Standard)
{
    /// <summary>Null for the newest full year about which anything is known.</summary>
    public string? Period { get; init; }

    /// <summary>Null for all stages.</summary>
    public SchoolStage? Stage { get; init; }
}
