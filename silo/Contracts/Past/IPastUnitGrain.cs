using EduAnalytics.Contracts.Sources;
using EduAnalytics.Domain.RollUps;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Past;

/// <summary>
/// One unit as the journal stood at an instant. Its key is a <see cref="PastKey"/>. It reads and never writes; what it has
/// read cannot change, so an activation is a cache by itself. Calls go down here, from a city to its districts, which is
/// safe because nothing of the past ever calls up, and nothing live calls the past.
/// </summary>
[Alias("past-unit")]
public interface IPastUnitGrain : IValueReads, ISourceReads
{
    /// <summary>All that the unit passed to its parent until then, as one update.</summary>
    [AlwaysInterleave]
    Task<RowUpdate> WholeRow();
}
