using EduAnalytics.Contracts;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Gateway.Queries.Live;

/// <summary>What happened lately at a unit and below it, from the memory of the grains that keep rows.</summary>
public sealed class ActivityQueries(IGrainFactory grains, OrgUnitQueries orgUnits)
{
    /// <summary>What was accepted from the unit and those below it.</summary>
    internal async Task<UnitActivity> Arrivals(OrgUnit unit)
    {
        var keepers = await Keepers(unit);
        return UnitActivity.Sum(await Task.WhenAll(keepers.Select(keeper => keeper.Activity(unit.Level == OrgUnitLevel.City ? KeyOf(keeper) : unit.Id))));
    }

    /// <summary>Which values of the unit and of those below it moved within the last hour, the newest first.</summary>
    internal async Task<IReadOnlyList<RecentChange>> Changes(OrgUnit unit, Audience audience)
    {
        var found = await Task.WhenAll((await Keepers(unit)).Select(async keeper => (Keeper: KeyOf(keeper), Changes: await keeper.RecentChanges(audience))));

        // A city too keeps its districts' values; each is told by the unit's own district, where it moves first.
        return
        [
            .. found.SelectMany(kept => kept.Changes.Where(change => unit.Level == OrgUnitLevel.School
                    ? change.Now.OrgUnit == unit.Id
                    : unit.Level == OrgUnitLevel.District || kept.Keeper != unit.Id || change.Now.OrgUnit == unit.Id))
                .OrderByDescending(change => change.At),
        ];
    }

    private async Task<IReadOnlyList<IRowKeeper>> Keepers(OrgUnit unit) => unit.Level == OrgUnitLevel.City
        ? [.. (await orgUnits.Tree()).ChildrenOf(unit.Id).Prepend(unit).Select(grains.RowKeeper)]
        : [grains.RowKeeper(unit)];

    private static OrgUnitId KeyOf(IRowKeeper keeper) => OrgUnitId.Parse(keeper.GetPrimaryKeyString());
}
