using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Report.Grades;

/// <summary>A unit with its breakdown. Fields as in <c>Report/Grades/BreakdownRows.graphql</c>.</summary>
public sealed record GradesOf(Breakdown Breakdown);

/// <summary>One indicator of one unit by grade and sex.</summary>
/// <param name="Rows">Null where there are none: the gap or the suppression says why.</param>
public sealed record Breakdown(IReadOnlyList<BreakdownRow>? Rows, BreakdownGap? Gap, Suppression? Suppression)
{
    /// <summary>The districts that did not answer in time, and are in no row.</summary>
    public IReadOnlyList<OrgUnit> Silent { get; init; } = [];
}

/// <param name="Grade">1 to 12; null where it is not recorded.</param>
/// <param name="Sex">Null where it is not recorded.</param>
/// <param name="Value">In the indicator's unit; null over nobody.</param>
public sealed record BreakdownRow(int? Grade, Sex? Sex, int? Numerator, int? Denominator, decimal? Value);

public enum Sex
{
    Male,
    Female,
}

/// <summary>Why nobody has rows.</summary>
public enum BreakdownGap
{
    NotCounted,
    GradesDiffer,
    NoRecords,
}
