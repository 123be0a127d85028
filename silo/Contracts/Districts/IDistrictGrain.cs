using System.Collections.Immutable;
using EduAnalytics.Contracts.Breakdowns;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Domain.Submissions;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Districts;

/// <summary>One district or county: what it states itself, and the sums over its schools.</summary>
[Alias("district")]
public interface IDistrictGrain : IRowKeeper, IRowSource, IBreakdownReads
{
    Task<SubmissionOutcome> ReportFigures([Immutable] FiguresSubmission submission);

    Task<SubmissionOutcome> NameProblems([Immutable] ProblemsSubmission submission);

    /// <summary>Counts what a school accepted, for the pulse. A batch that comes again is counted once.</summary>
    [AlwaysInterleave]
    Task Arrived([Immutable] ArrivalBatch batch);

    /// <summary>
    /// Whether the breakdowns of all schools may be shown to who is no staff of theirs, for each of the queries, which name the
    /// district: all are or none is, since one that was left out would be the district's less the others'. False where a
    /// value of a school is withheld, too.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<bool>> MayShowSchools([Immutable] ImmutableArray<BreakdownQuery> queries);

    /// <summary>
    /// Says that a school accepted something that is told before its row is: the next list of the district asks the school
    /// anew, and whoever was told that it is there finds it.
    /// </summary>
    [AlwaysInterleave]
    Task AskAnew(OrgUnitId school);

    /// <summary>
    /// How the district and schools of it stand by a standard, in the order of the units: answered from the rows held, without
    /// a call to any school. Districts and counties are what the standards are asked of, so a city has no such answer of its own.
    /// </summary>
    /// <exception cref="ArgumentException">A unit is another, or the catalogue holds no such standard.</exception>
    [AlwaysInterleave]
    Task<ImmutableArray<ComplianceReport>> Assess([Immutable] ImmutableArray<OrgUnitId> units, string standard, Period period);
}
