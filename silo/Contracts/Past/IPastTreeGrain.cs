using EduAnalytics.Domain.OrgUnits;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Past;

/// <summary>The tree of all org units as it stood at an instant, which is the grain's key as <see cref="PastKey.TextOf"/> writes it.</summary>
[Alias("past-tree")]
public interface IPastTreeGrain : IGrainWithStringKey
{
    /// <summary>Empty where nothing was registered yet.</summary>
    [AlwaysInterleave]
    Task<OrgUnitTree> Tree();
}
