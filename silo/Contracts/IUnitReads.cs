using System.Collections.Immutable;
using EduAnalytics.Contracts.Findings;
using EduAnalytics.Domain.OrgUnits;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts;

/// <summary>What every org unit's grain answers. The grain's key is the org unit's code.</summary>
public interface IUnitReads : IValueReads, IFindingReads, IFindingWords, IProblemReads
{
    /// <summary>The version of this unit, or of the children named, in their order.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<long>> Versions([Immutable] ImmutableArray<OrgUnitId> units);
}
