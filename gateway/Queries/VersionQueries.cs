using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;

namespace EduAnalytics.Gateway.Queries;

/// <summary>The versions of any units, in one call to each grain that keeps them.</summary>
public sealed class VersionQueries(IGrainFactory grains, OrgUnitQueries orgUnits)
{
    /// <summary>
    /// Versions in the order of the units. A school's is that of its district's row, which is what its values are read from;
    /// 0 where the unit is not for the caller, who would learn from it how busy that unit is.
    /// </summary>
    public async Task<IReadOnlyList<long>> Versions(Caller caller, IReadOnlyList<OrgUnit> units)
    {
        var rights = new Rights(caller, await orgUnits.Tree());
        var versions = new long[units.Count];
        var keepers = Enumerable.Range(0, units.Count)
            .Where(i => rights.Reaches(units[i].Id))
            .GroupBy(i => units[i].Level == OrgUnitLevel.School ? units[i].Parent!.Value : units[i].Id);
        await Task.WhenAll(keepers.Select(async keeper =>
        {
            var positions = keeper.ToList();
            var answers = await grains.RowKeeper(units[positions[0]]).Versions([.. positions.Select(i => units[i].Id)]);
            for (var i = 0; i < positions.Count; i++)
                versions[positions[i]] = answers[i];
        }));
        return versions;
    }
}
