using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries.StandIns;

namespace EduAnalytics.Gateway.Queries;

/// <summary>The versions of any units, in one call to each grain that keeps them.</summary>
public sealed class VersionQueries(IGrainFactory grains, OrgUnitQueries orgUnits, UnitAnswers answers)
{
    /// <summary>
    /// Versions in the order of the units. A school's is that of its district's row, which is what its values are read from;
    /// 0 where the unit is not for the caller, who would learn from it how busy that unit is; null where it did not answer in time.
    /// </summary>
    public async Task<IReadOnlyList<long?>> Versions(Caller caller, IReadOnlyList<OrgUnit> units)
    {
        var rights = new Rights(caller, await orgUnits.Tree());
        var versions = new long?[units.Count];
        Array.Fill(versions, 0);
        var keepers = Enumerable.Range(0, units.Count)
            .Where(i => rights.Reaches(units[i].Id))
            .GroupBy(i => units[i].Level == OrgUnitLevel.School ? units[i].Parent!.Value : units[i].Id);
        await Task.WhenAll(keepers.Select(async keeper =>
        {
            var positions = keeper.ToList();
            var (told, _) = await answers.Ask(await orgUnits.Require(keeper.Key.Code), Ask([.. positions.Select(i => units[i])]), null);
            for (var i = 0; i < positions.Count; i++)
                versions[positions[i]] = told?[i];
        }));
        return versions;
    }

    /// <summary>All of them have one keeper.</summary>
    private async Task<IReadOnlyList<long>> Ask(IReadOnlyList<OrgUnit> units) =>
        await grains.RowKeeper(units[0]).Versions([.. units.Select(unit => unit.Id)]);
}
