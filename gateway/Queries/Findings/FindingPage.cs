using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Gateway.Release;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>A part of a list of findings.</summary>
/// <param name="TotalCount">The length of the whole list.</param>
/// <param name="Skipped">How many findings of the list come before the page.</param>
/// <param name="Counts">What other choices would list.</param>
public sealed record FindingPage(ImmutableArray<Released<Finding>> Nodes, int TotalCount, int Skipped, FindingCounts Counts) : IPage
{
    public static FindingPage Empty { get; } = new([], 0, 0, new FindingCounts([], [], [], [], []));

    public bool HasPreviousPage => Skipped > 0;

    public bool HasNextPage => Skipped + Nodes.Length < TotalCount;

    public string? StartCursor => Nodes is [var first, ..] ? CursorOf(first) : null;

    public string? EndCursor => Nodes is [.., var last] ? CursorOf(last) : null;

    /// <summary>A cursor names its finding, not a position: one that is raised meanwhile neither repeats nor hides another.</summary>
    public static string CursorOf(Released<Finding> finding) => FindingName.Of(finding.Shown.Id);
}
