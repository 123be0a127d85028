using EduAnalytics.Domain.RollUps;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts;

/// <summary>A grain that passes its row to a parent.</summary>
public interface IRowSource : IGrainWithStringKey
{
    /// <summary>
    /// The cells that changed since a version. Interleaves always: a parent that starts asks its children while one of them
    /// may be waiting for that very parent.
    /// </summary>
    [AlwaysInterleave]
    Task<RowUpdate> RowSince(long version);
}
