using System.Collections.Immutable;
using EduAnalytics.Domain.Breakdowns;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Breakdowns;

/// <summary>Counts of students by grade and sex, worked out when asked for.</summary>
public interface IBreakdownReads : IGrainWithStringKey
{
    /// <summary>
    /// In the order of the queries, each of this unit or a child of it. A district asks its schools, all at once, and again
    /// only those that accepted something since.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A query names another unit, or an indicator that cannot be told by grade and sex (<see cref="CountedIndicator.Of"/>).
    /// </exception>
    [AlwaysInterleave]
    Task<ImmutableArray<UnitBreakdown>> BreakDown([Immutable] ImmutableArray<BreakdownQuery> queries);
}
