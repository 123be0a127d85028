using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries.Findings;

namespace EduAnalytics.Gateway.Queries;

/// <summary>The findings about one unit.</summary>
/// <param name="Period">Null for all periods.</param>
/// <param name="State">Null for open and acknowledged ones.</param>
public readonly record struct FindingQuery(OrgUnit OrgUnit, Period? Period, FindingState? State = null);

/// <summary>What stands against units' figures: found by a unit's own grain, and by its parent that knows its like.</summary>
public sealed class FindingQueries(IGrainFactory grains, FindingKeepers keepers, Catalogue catalogue)
{
    /// <summary>
    /// A list for each query, in their order. A few schools of a district are asked themselves; of more, their district tells
    /// what all of them found, in one call.
    /// </summary>
    internal async Task<IReadOnlyList<IReadOnlyList<Finding>>> About(IReadOnlyList<FindingQuery> queries)
    {
        var crowded = queries.Select(query => query.OrgUnit).Where(unit => unit.Level == OrgUnitLevel.School).Distinct()
            .CountBy(school => school.Parent!.Value)
            .Where(district => district.Value > IndicatorQueries.FewSchools)
            .Select(district => district.Key).ToHashSet();
        var whole = new Dictionary<(OrgUnitId District, Period? Period), Task<ILookup<OrgUnitId, Finding>>>();
        var asked = queries.Select(query =>
        {
            if (query.OrgUnit.Parent is not { } district || !crowded.Contains(district))
                return About(query);
            if (!whole.TryGetValue((district, query.Period), out var all))
                whole.Add((district, query.Period), all = AllAt(query.OrgUnit, query.Period));
            return Of(query, all);
        });
        return await Task.WhenAll(asked.ToList());
    }

    private async Task<IReadOnlyList<Finding>> About(FindingQuery query)
    {
        var said = grains.OwnGrain(query.OrgUnit).Acknowledged().Within(query.OrgUnit);
        var found = await Task.WhenAll((await keepers.Of(query.OrgUnit)).Select(grain => grain.Findings(query.OrgUnit.Id, query.Period).Within(query.OrgUnit)));
        return InOrder(found.SelectMany(findings => findings).With(await said), query.State);
    }

    private async Task<ILookup<OrgUnitId, Finding>> AllAt(OrgUnit school, Period? period)
    {
        var district = grains.RowKeeper(school);
        var said = district.AllAcknowledged();
        return (await district.AllFindings(period)).With(await said).ToLookup(finding => finding.OrgUnit);
    }

    private async Task<IReadOnlyList<Finding>> Of(FindingQuery query, Task<ILookup<OrgUnitId, Finding>> all) =>
        InOrder((await all)[query.OrgUnit.Id], query.State);

    /// <summary>The gravest first; what the unit's own figures show before how it stands to its like; then the newest.</summary>
    private IReadOnlyList<Finding> InOrder(IEnumerable<Finding> findings, FindingState? state) =>
    [
        .. findings.Where(finding => state is null || FindingStates.StateOf(finding) == state)
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => catalogue.Rulebook.Require(finding.Id.Rule).Kind is FarFromPeers)
            .ThenByDescending(finding => finding.Period.Start)
            .ThenBy(finding => finding.Id.Rule, StringComparer.Ordinal)
            .ThenBy(finding => finding.Id.Subject, StringComparer.Ordinal)
            .ThenBy(finding => finding.Id.Stage),
    ];
}
