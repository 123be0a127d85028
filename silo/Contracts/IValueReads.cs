using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts;

/// <summary>Values, and why they are what they are: of a unit as it stands, or as it stood at an instant.</summary>
public interface IValueReads : IGrainWithStringKey
{
    /// <summary>
    /// Values in the order of the queries. A query names this unit or one of its children: a parent answers for its
    /// children from the rows it holds, so that a comparison of hundreds of schools is one call.
    /// </summary>
    /// <param name="audience">A school marks nothing for anyone: what it must withhold only its district knows.</param>
    /// <exception cref="ArgumentException">A query names another unit, or an indicator that the catalogue does not hold.</exception>
    [AlwaysInterleave]
    Task<ImmutableArray<IndicatorValue>> Evaluate([Immutable] ImmutableArray<ValueQuery> queries, Audience audience);

    /// <summary>
    /// For each unit named, this one or a child of it, the periods for which it holds anything that one of the indicators
    /// reads; in order. One look over all its cells, however many indicators there are.
    /// </summary>
    /// <param name="stage">Null for any stage and all together.</param>
    [AlwaysInterleave]
    Task<ImmutableArray<ImmutableArray<Period>>> PeriodsWithData(
        [Immutable] ImmutableArray<OrgUnitId> units, [Immutable] ImmutableArray<string> indicators, SchoolStage? stage);

    /// <summary>Why this unit's values are what they are, in the order of the queries; each names this unit.</summary>
    /// <exception cref="ArgumentException">A query names another unit, or an indicator that the catalogue does not hold.</exception>
    [AlwaysInterleave]
    Task<ImmutableArray<Explanation>> Explain([Immutable] ImmutableArray<ValueQuery> queries);
}
