using System.Collections.Immutable;
using EduAnalytics.Domain.Problems;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Findings;

/// <summary>The problems that units name themselves.</summary>
public interface IProblemReads : IGrainWithStringKey
{
    /// <summary>The ledgers that this unit has handed in, the newest year first.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<ProblemLedger>> ProblemLedgers();

    /// <summary>
    /// This unit's and at a district its schools' too, of those that handed any in: a question about all schools is one call.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<UnitProblems>> AllProblemLedgers();
}
