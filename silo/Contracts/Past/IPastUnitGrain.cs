using System.Collections.Immutable;
using EduAnalytics.Contracts.Sources;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Past;

/// <summary>
/// One unit as the journal stood at an instant. Its key is a <see cref="PastKey"/>. It reads and never writes; what it has
/// read cannot change, so an activation is a cache by itself. A city asks its districts for their rows, and a district its
/// city what to withhold, for which the rows are there already: neither waits for the other. Nothing live calls the past.
/// </summary>
[Alias("past-unit")]
public interface IPastUnitGrain : IValueReads, ISourceReads
{
    /// <summary>All that the unit passed to its parent until then, as one update.</summary>
    [AlwaysInterleave]
    Task<RowUpdate> WholeRow();

    /// <inheritdoc cref="Release.IReleaseReads.ClosedOf"/>
    [AlwaysInterleave]
    Task<ImmutableArray<Closed>> ClosedOf(OrgUnitId child, [Immutable] ImmutableArray<YearOfCounts> years);
}
