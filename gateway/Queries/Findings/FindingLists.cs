using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Findings;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>
/// What stands against the figures of a unit and of everything below it: two calls for a district with all its schools, what
/// they found and what was said of it, and for a city two more than for its districts. Released before it is sorted and
/// counted, so that the counts tell no more than the list.
/// </summary>
public sealed class FindingLists(
    IGrainFactory grains, OrgUnitQueries orgUnits, FindingQueries findings, FindingRelease release, Catalogue catalogue, IOptions<GatewayOptions> options)
{
    /// <exception cref="QueryRefusedException">The unit or the rule is unknown, the page cannot be had, or the unit is not for the caller.</exception>
    public async Task<FindingPage> At(Caller caller, string id, FindingFilter filter, PageQuery page)
    {
        var (at, tree, all) = await Released(caller, id, filter);
        var found = InOrder(all.Where(finding => filter.Includes(finding.Shown)), tree).ToList();
        var skipped = page.After is { } cursor ? PositionAfter(found, cursor) : 0;
        return new FindingPage(
            [.. found.Skip(skipped).Take(page.Size(options.Value, "findings"))], found.Count, skipped, FindingCounts.Of(all, filter, Places(at, all, tree)));
    }

    /// <summary>The whole list at once, in the order of its pages.</summary>
    /// <exception cref="QueryRefusedException">The unit or the rule is unknown, or the unit is not for the caller.</exception>
    public async Task<IReadOnlyList<Released<Finding>>> All(Caller caller, string id, FindingFilter filter)
    {
        var (_, tree, all) = await Released(caller, id, filter);
        return [.. InOrder(all.Where(finding => filter.Includes(finding.Shown)), tree)];
    }

    private async Task<(OrgUnit At, OrgUnitTree Tree, ImmutableArray<Released<Finding>> All)> Released(Caller caller, string id, FindingFilter filter)
    {
        var at = await orgUnits.Require(id);
        var tree = await orgUnits.Tree();
        var rights = new Rights(caller, tree);
        if (!rights.Reaches(at.Id))
            throw Forbidden.ToRead(caller, id);
        if (filter.Rule is { } rule && !catalogue.Rulebook.Rules.Any(known => known.Code == rule))
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, $"There is no finding rule '{rule}'.", rule);
        return (at, tree, await release.Of(rights, tree, await Everything(at)));
    }

    private async Task<ImmutableArray<Finding>> Everything(OrgUnit at)
    {
        if (at.Level == OrgUnitLevel.School)
            return [.. (await findings.About([new FindingQuery(at, null)]))[0]];

        // What a city says about a district, the district does not know: it stands in the city's answer.
        var above = at.Level == OrgUnitLevel.District ? grains.OwnGrain(await orgUnits.Require(at.Parent!.Value.Code)).Findings(at.Id, null) : null;
        var below = at.Level == OrgUnitLevel.City ? (await orgUnits.Tree()).ChildrenOf(at.Id) : [];
        var asked = below.Prepend(at).Select(unit => (Unit: unit, Grain: grains.OwnGrain(unit))).ToList();
        var said = Task.WhenAll(asked.Select(one => one.Grain.AllAcknowledged().Within(one.Unit)).ToList());
        var answers = await Task.WhenAll(asked.Select(one => one.Grain.AllFindings(null).Within(one.Unit)));
        var found = answers.SelectMany(answer => answer).Concat(above is null ? [] : await above);
        return [.. found.With((await said).SelectMany(words => words))];
    }

    /// <summary>The gravest first, rule by rule, the newest first, then in the order of the tree.</summary>
    private static IOrderedEnumerable<Released<Finding>> InOrder(IEnumerable<Released<Finding>> found, OrgUnitTree tree)
    {
        var places = tree.All.Select((unit, place) => (unit.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return found.OrderByDescending(finding => finding.Shown.Severity)
            .ThenBy(finding => finding.Shown.Id.Rule, StringComparer.Ordinal)
            .ThenByDescending(finding => finding.Shown.Period.Start)
            .ThenBy(finding => finding.Shown.Period.End)
            .ThenBy(finding => places.GetValueOrDefault(finding.Shown.OrgUnit, int.MaxValue))
            .ThenBy(finding => finding.Shown.Id.Subject, StringComparer.Ordinal)
            .ThenBy(finding => finding.Shown.Id.Stage);
    }

    private static IEnumerable<(OrgUnit Unit, ImmutableArray<Released<Finding>> Findings)> Places(OrgUnit at, ImmutableArray<Released<Finding>> all, OrgUnitTree tree)
    {
        var byUnit = all.ToLookup(finding => finding.Shown.OrgUnit);
        yield return (at, [.. byUnit[at.Id]]);
        foreach (var child in tree.ChildrenOf(at.Id))
            yield return (child, [.. tree.ChildrenOf(child.Id).Prepend(child).SelectMany(unit => byUnit[unit.Id])]);
    }

    private static int PositionAfter(List<Released<Finding>> found, string cursor)
    {
        var place = found.FindIndex(finding => FindingPage.CursorOf(finding) == cursor);
        return place >= 0 ? place + 1 : throw new QueryRefusedException(
            QueryErrorCodes.BadArgument, $"'{cursor}' is no cursor of this list: its finding may have gone. Begin again.", "after");
    }
}
