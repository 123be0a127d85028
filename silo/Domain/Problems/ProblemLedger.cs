using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Domain.Problems;

/// <summary>
/// The problems that an authority names in one document for one year: section 三 of a self-evaluation, or a ledger of what
/// is to be put right (整改台账). Handed in whole, so that a problem which is no longer in it is no longer named; without any
/// problem it says that there is none.
/// </summary>
/// <param name="Period">The year in which it is drawn up.</param>
public sealed record ProblemLedger(
    Period Period, Source Source, ImmutableArray<Problem> Problems, string SubmissionId, DateTimeOffset AcceptedAt)
{
    /// <summary>
    /// True where the ledger has to answer for a period's figures: those of its own year, and those of the year before, which
    /// become known while it is drawn up.
    /// </summary>
    public bool AnswersFor(Period period) => period.End.Year == Period.Start.Year || period.End.Year == Period.Start.Year - 1;

    /// <summary>True where a problem that stands open is about the indicator.</summary>
    public bool Names(string indicator) =>
        Problems.Any(problem => problem.Status == ProblemStatus.Open && problem.Indicators.Contains(indicator));

    /// <param name="orgUnit">The unit that handed it in.</param>
    /// <param name="problem">One problem in it; null for the ledger as a whole.</param>
    public SourceReference Reference(OrgUnitId orgUnit, Problem? problem = null) => new(
        SourceKind.Problems,
        orgUnit,
        Source.Document,
        Source.Section,
        problem?.Text,
        AcceptedAt,
        SubmissionId,
        problem is null ? Math.Max(1, Problems.Length) : 1);
}
