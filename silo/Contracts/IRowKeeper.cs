using System.Collections.Immutable;
using EduAnalytics.Contracts.Live;
using EduAnalytics.Contracts.Release;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Contracts.Sources;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts;

/// <summary>A grain that keeps one row for each of its children: a district or a city.</summary>
public interface IRowKeeper : IUnitReads, IReleaseReads, ISourceReads, IActivityReads, IReplicaSource
{
    /// <summary>
    /// Takes a child's row. Calls of this kind go up only. Interleaves: rows that come together change the state in one step,
    /// in which nothing is awaited, so a statement that waits for the disk does not hold up the sums.
    /// </summary>
    [AlwaysInterleave]
    Task<RowReceipt> Accept([Immutable] RowUpdate update);

    /// <summary>
    /// The values of the units named, this one and children of it: first their present state, then each change. Present is
    /// the newest period that holds data, of each indicator and stage; the first element holds it, and may be empty. Nothing
    /// falls between the two. Conflated: a slow reader gets each value's newest state, never a queue of older ones.
    /// </summary>
    /// <param name="watch">The reader's own name for it, by which <see cref="Refocus"/> finds it.</param>
    /// <param name="indicators">Codes; empty for all.</param>
    IAsyncEnumerable<ImmutableArray<IndicatorValue>> Watch(
        Guid watch, ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators, CancellationToken cancellationToken = default);

    /// <summary>
    /// Turns a watch that is under way to other units and indicators. The present state of what it did not look at before
    /// comes as its next element.
    /// </summary>
    /// <returns>False where no such watch is under way: it is to be begun anew.</returns>
    [AlwaysInterleave]
    Task<bool> Refocus(Guid watch, [Immutable] ImmutableArray<OrgUnitId> units, [Immutable] ImmutableArray<string> indicators);
}
