using System.Collections.Immutable;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Calls;

namespace EduAnalytics.Gateway.Queries.Breakdowns;

/// <summary>Counts by grade and sex of any units, in one call to each district: a city's are the sums of its districts'.</summary>
public sealed class BreakdownQueries(IGrainFactory grains, OrgUnitQueries orgUnits)
{
    /// <summary>In the order of the queries.</summary>
    internal async Task<IReadOnlyList<UnitBreakdown>> Of(IReadOnlyList<BreakdownQuery> queries)
    {
        var tree = await orgUnits.Tree();
        var parts = queries.Select(query => DistrictsOf(query.OrgUnit, tree)
            .Select(part => (part.Keeper, Query: query with { OrgUnit = part.Unit })).ToList()).ToList();
        var found = new Dictionary<BreakdownQuery, UnitBreakdown>();
        await Task.WhenAll(parts.SelectMany(part => part).Distinct().GroupBy(part => part.Keeper, part => part.Query).ToList().Select(async district =>
        {
            ImmutableArray<BreakdownQuery> asked = [.. district];
            var answers = await grains.GetGrain<IDistrictGrain>(district.Key.Code).BreakDown(asked).Within(tree.Find(district.Key)!);
            lock (found)
            {
                for (var i = 0; i < asked.Length; i++)
                    found[asked[i]] = answers[i];
            }
        }));
        return [.. parts.Select(part => part is [var only] ? found[only.Query] : UnitBreakdown.Sum(part.Select(one => found[one.Query])))];
    }

    /// <summary>The queries, each of a district, all of whose schools' breakdowns may be shown to everyone.</summary>
    internal async Task<IReadOnlySet<BreakdownQuery>> WithShownSchools(IEnumerable<BreakdownQuery> queries)
    {
        var tree = await orgUnits.Tree();
        var answers = await Task.WhenAll(queries.Distinct().GroupBy(query => query.OrgUnit).ToList().Select(async district =>
        {
            ImmutableArray<BreakdownQuery> asked = [.. district];
            var shown = await grains.GetGrain<IDistrictGrain>(district.Key.Code).MayShowSchools(asked).Within(tree.Find(district.Key)!);
            return asked.Where((_, i) => shown[i]);
        }));
        return answers.SelectMany(shown => shown).ToHashSet();
    }

    /// <summary>The units whose breakdowns a unit's is, or is the sum of, each with the district that answers for it.</summary>
    private static IEnumerable<(OrgUnitId Unit, OrgUnitId Keeper)> DistrictsOf(OrgUnitId id, OrgUnitTree tree) => tree.Find(id) switch
    {
        { Level: OrgUnitLevel.City } => tree.ChildrenOf(id).Select(district => (district.Id, district.Id)),
        { Level: OrgUnitLevel.School, Parent: { } district } => [(id, district)],
        _ => [(id, id)],
    };
}
