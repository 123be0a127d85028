using System.Collections.Immutable;
using EduAnalytics.Contracts.Findings;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries;

/// <summary>What stands against a unit's figures: found by its own grain, and by its parent that knows its like.</summary>
public sealed class FindingQueries(IGrainFactory grains, OrgUnitQueries orgUnits)
{
    /// <param name="period">Null for all periods.</param>
    internal async Task<IReadOnlyList<Finding>> About(OrgUnit unit, Period? period)
    {
        var found = await Task.WhenAll((await Keepers(unit)).Select(grain => grain.Findings(unit.Id, period)));
        return [.. found.SelectMany(findings => findings).OrderByDescending(finding => finding.Severity)];
    }

    /// <summary>The grains that find something about a unit.</summary>
    internal async Task<ImmutableArray<IFindingReads>> Keepers(OrgUnit unit)
    {
        var own = grains.OwnGrain(unit);
        return unit.Parent is { } parent ? [own, grains.RowKeeper(await orgUnits.Require(parent.Code))] : [own];
    }
}
