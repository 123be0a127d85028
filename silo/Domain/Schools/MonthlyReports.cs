using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools;

/// <summary>
/// The months for which a school stated how many students dropped out, if only that nobody did (零报告). Such a report is a
/// figure like any other: <c>students.dropped_out</c> of a month.
/// </summary>
public sealed class MonthlyReports
{
    private readonly HashSet<(int Month, SchoolStage? Stage)> given = [];

    /// <summary>Whether the school reported for a month; a report for all stages together speaks for each.</summary>
    /// <param name="month">A month's <see cref="Period.Ordinal"/>.</param>
    public bool Has(int month, SchoolStage stage) => given.Contains((month, null)) || given.Contains((month, stage));

    internal void Give(Period month, SchoolStage? stage) => given.Add((month.Ordinal, stage));
}
