using System.Collections.Immutable;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries.StandIns;

namespace EduAnalytics.Gateway.Queries.Breakdowns;

/// <summary>Counts by grade and sex of any units, in one call to each district: a city's are the sums of its districts'.</summary>
public sealed class BreakdownQueries(IGrainFactory grains, OrgUnitQueries orgUnits, UnitAnswers units)
{
    /// <summary>In the order of the queries.</summary>
    internal async Task<IReadOnlyList<PartialBreakdown>> Of(IReadOnlyList<BreakdownQuery> queries)
    {
        var tree = await orgUnits.Tree();
        var parts = queries.Select(query => DistrictsOf(query.OrgUnit, tree)
            .Select(part => (part.Keeper, Query: query with { OrgUnit = part.Unit })).ToList()).ToList();
        var found = new Dictionary<BreakdownQuery, UnitBreakdown?>();
        await Task.WhenAll(parts.SelectMany(part => part).Distinct().GroupBy(part => part.Keeper, part => part.Query).ToList().Select(async district =>
        {
            ImmutableArray<BreakdownQuery> asked = [.. district];
            var (answers, _) = await units.Ask(tree.Find(district.Key)!, BreakDown(district.Key, asked), null);
            lock (found)
            {
                for (var i = 0; i < asked.Length; i++)
                    found[asked[i]] = answers?[i];
            }
        }));
        return
        [
            .. parts.Select(part => new PartialBreakdown(
                Over([.. part.Select(one => found[one.Query])]),
                [.. part.Where(one => found[one.Query] is null).Select(one => tree.Find(one.Keeper)!)])),
        ];
    }

    private async Task<IReadOnlyList<UnitBreakdown>> BreakDown(OrgUnitId district, ImmutableArray<BreakdownQuery> asked) =>
        await grains.GetGrain<IDistrictGrain>(district.Code).BreakDown(asked);

    /// <param name="parts">Null for a district that is silent.</param>
    private static UnitBreakdown? Over(ImmutableArray<UnitBreakdown?> parts) => parts switch
    {
        [var only] => only,
        [_, ..] when parts.All(part => part is null) => null,
        _ => UnitBreakdown.Sum(parts.OfType<UnitBreakdown>()),
    };

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
