using System.Collections.Immutable;
using EduAnalytics.Contracts.Sources;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts;

/// <summary>A grain that keeps one row for each of its children: a district or a city.</summary>
public interface IRowKeeper : IUnitReads, ISourceReads
{
    /// <summary>
    /// Takes a child's row. Calls of this kind go up only. Interleaves: it changes state in one step and awaits nothing
    /// in between, so a statement that waits for the disk does not hold up the sums.
    /// </summary>
    [AlwaysInterleave]
    Task<RowReceipt> Accept([Immutable] RowUpdate update);

    /// <summary>
    /// The changed values of the units named, this one and children of it, as they change. Conflated: a slow reader gets
    /// each value's newest state, never a queue of older ones. The first element is empty: from then on nothing is missed.
    /// </summary>
    /// <param name="indicators">Codes; empty for all.</param>
    IAsyncEnumerable<ImmutableArray<IndicatorValue>> Watch(
        ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators, CancellationToken cancellationToken = default);
}
