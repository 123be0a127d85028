using System.Collections.Immutable;
using System.Text;
using EduAnalytics.Domain.Findings;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>A part of a list of findings.</summary>
/// <param name="TotalCount">The length of the whole list.</param>
/// <param name="Skipped">How many findings of the list come before the page.</param>
/// <param name="Counts">What other choices would list.</param>
public sealed record FindingPage(ImmutableArray<Finding> Nodes, int TotalCount, int Skipped, FindingCounts Counts) : IPage
{
    public bool HasPreviousPage => Skipped > 0;

    public bool HasNextPage => Skipped + Nodes.Length < TotalCount;

    public string? StartCursor => Nodes is [var first, ..] ? CursorOf(first) : null;

    public string? EndCursor => Nodes is [.., var last] ? CursorOf(last) : null;

    /// <summary>A cursor names its finding, not a position: one that is raised meanwhile neither repeats nor hides another.</summary>
    public static string CursorOf(Finding finding)
    {
        var (rule, unit, period, stage, subject) = finding.Id;
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{rule} {unit} {period} {stage} {subject}"));
    }
}
