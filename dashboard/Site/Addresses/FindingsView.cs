using EduAnalytics.Dashboard.Findings;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>Which findings are listed, as the page's address says it.</summary>
public sealed record FindingsView
{
    /// <summary>In an address: whatever the period. A period left out means the newest full year.</summary>
    public const string AllPeriods = "all";

    /// <summary>The unit at and below which; null for the city.</summary>
    public string? Unit { get; init; }

    /// <summary>Null for the newest full year about which anything was found there, or <see cref="AllPeriods"/>.</summary>
    public string? Period { get; init; }

    /// <summary>A rule's code; null for all.</summary>
    public string? Rule { get; init; }

    public Severity? Severity { get; init; }

    /// <summary>Null for open and acknowledged ones.</summary>
    public FindingState? State { get; init; }

    /// <summary>The gateway's cursor of the finding before the page; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>Why a word on a finding was not taken, as a code; null where none was given, or where it was taken.</summary>
    public string? Refusal { get; init; }
}
