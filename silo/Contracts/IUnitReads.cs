using System.Collections.Immutable;
using EduAnalytics.Contracts.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts;

/// <summary>What every org unit's grain answers. The grain's key is the org unit's code.</summary>
public interface IUnitReads : IFindingReads
{
    /// <summary>
    /// Values in the order of the queries. A query names this unit or one of its children: a parent answers for its
    /// children from the rows it holds, so that a comparison of hundreds of schools is one call.
    /// </summary>
    /// <exception cref="ArgumentException">A query names another unit, or an indicator that the catalogue does not hold.</exception>
    [AlwaysInterleave]
    Task<ImmutableArray<IndicatorValue>> Evaluate([Immutable] ImmutableArray<ValueQuery> queries);

    /// <summary>
    /// The periods for which the unit, or the child named, holds anything that one of the indicators reads; in order. One
    /// look over all cells, however many indicators there are.
    /// </summary>
    /// <param name="stage">Null for any stage and all together.</param>
    [AlwaysInterleave]
    Task<ImmutableArray<Period>> PeriodsWithData(OrgUnitId unit, [Immutable] ImmutableArray<string> indicators, SchoolStage? stage);

    /// <summary>Why this unit's values are what they are, in the order of the queries; each names this unit.</summary>
    /// <exception cref="ArgumentException">A query names another unit, or an indicator that the catalogue does not hold.</exception>
    [AlwaysInterleave]
    Task<ImmutableArray<Explanation>> Explain([Immutable] ImmutableArray<ValueQuery> queries);

    /// <summary>The ledgers of problems that this unit has handed in, the newest year first.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<ProblemLedger>> ProblemLedgers();

    /// <summary>The version of this unit, or of the children named, in their order.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<long>> Versions([Immutable] ImmutableArray<OrgUnitId> units);
}
