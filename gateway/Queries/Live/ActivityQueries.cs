using EduAnalytics.Contracts;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Calls;

namespace EduAnalytics.Gateway.Queries.Live;

/// <summary>What happened lately at a unit and below it, from the memory of the grains that keep rows.</summary>
public sealed class ActivityQueries(IGrainFactory grains, OrgUnitQueries orgUnits)
{
    /// <summary>What was accepted from the unit and those below it.</summary>
    internal async Task<UnitActivity> Arrivals(OrgUnit unit)
    {
        var keepers = await Keepers(unit);
        return UnitActivity.Sum(await Task.WhenAll(keepers.Select(keeper =>
            keeper.Grain.Activity(unit.Level == OrgUnitLevel.City ? keeper.Unit.Id : unit.Id).Within(keeper.Unit))));
    }

    /// <summary>Which values of the unit and of those below it moved within the last hour, the newest first.</summary>
    internal async Task<IReadOnlyList<RecentChange>> Changes(OrgUnit unit, Audience audience)
    {
        var found = await Task.WhenAll((await Keepers(unit)).Select(async keeper =>
            (Keeper: keeper.Unit.Id, Changes: await keeper.Grain.RecentChanges(audience).Within(keeper.Unit))));

        // A city too keeps its districts' values; each is told by the unit's own district, where it moves first.
        return
        [
            .. found.SelectMany(kept => kept.Changes.Where(change => unit.Level == OrgUnitLevel.School
                    ? change.Now.OrgUnit == unit.Id
                    : unit.Level == OrgUnitLevel.District || kept.Keeper != unit.Id || change.Now.OrgUnit == unit.Id))
                .OrderByDescending(change => change.At),
        ];
    }

    private async Task<IReadOnlyList<(OrgUnit Unit, IRowKeeper Grain)>> Keepers(OrgUnit unit)
    {
        var tree = await orgUnits.Tree();
        var keepers = unit.Level switch
        {
            OrgUnitLevel.City => tree.ChildrenOf(unit.Id).Prepend(unit),
            OrgUnitLevel.District => [unit],
            _ => [tree.Find(unit.Parent!.Value)!],
        };
        return [.. keepers.Select(keeper => (keeper, grains.RowKeeper(keeper)))];
    }
}
