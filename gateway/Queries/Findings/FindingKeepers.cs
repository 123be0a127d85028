using System.Collections.Immutable;
using EduAnalytics.Contracts.Findings;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>The grains that find something about a unit: its own, and the one above, which holds it beside its like.</summary>
public sealed class FindingKeepers(IGrainFactory grains, OrgUnitQueries orgUnits)
{
    internal async Task<ImmutableArray<IFindingReads>> Of(OrgUnit unit)
    {
        var own = grains.OwnGrain(unit);
        return unit.Parent is { } parent ? [own, grains.RowKeeper(await orgUnits.Require(parent.Code))] : [own];
    }
}
