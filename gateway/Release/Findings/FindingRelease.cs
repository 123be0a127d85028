using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release.Values;

namespace EduAnalytics.Gateway.Release.Findings;

/// <summary>
/// Findings as a reader may see them. One that rests on a withheld number is left out as a whole: that it was raised at all
/// says on which side of a bound the number lies.
/// </summary>
public sealed class FindingRelease(FindingQueries findings, HiddenCells hidden, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    /// <exception cref="QueryRefusedException">The unit is not for the caller.</exception>
    public async Task Check(Caller caller, OrgUnit unit)
    {
        if (!new Rights(caller, await orgUnits.Tree()).Reaches(unit.Id))
            throw Forbidden.ToRead(caller, unit.Id.Code);
    }

    /// <summary>A list for each query, in their order; their units must have passed <see cref="Check"/>.</summary>
    public async Task<IReadOnlyList<ImmutableArray<Released<Finding>>>> About(Caller caller, IReadOnlyList<FindingQuery> queries)
    {
        var tree = await orgUnits.Tree();
        return await OfEach(new Rights(caller, tree), tree, await findings.About(queries));
    }

    /// <summary>What of these findings, all about units that the reader reaches, it may see; in their order.</summary>
    internal async Task<ImmutableArray<Released<Finding>>> Of(Rights rights, OrgUnitTree tree, IReadOnlyCollection<Finding> raised) =>
        (await OfEach(rights, tree, [raised]))[0];

    private async Task<IReadOnlyList<ImmutableArray<Released<Finding>>>> OfEach(
        Rights rights, OrgUnitTree tree, IReadOnlyList<IReadOnlyCollection<Finding>> raised)
    {
        if (rights is { IsStaff: true, ReachesAll: true })
            return [.. raised.Select(list => list.Select(finding => new Released<Finding>(finding)).ToImmutableArray())];
        var evidence = raised.Select(list => list.Select(finding => new FindingEvidence(finding, rights, tree, catalogue)).ToList()).ToList();
        var withheld = await hidden.Among(rights, evidence.SelectMany(list => list).SelectMany(one => one.Cells));
        return [.. evidence.Select(list => Shown(list, withheld))];
    }

    private static ImmutableArray<Released<Finding>> Shown(IReadOnlyList<FindingEvidence> evidence, IReadOnlySet<UnitCell> withheld) =>
        [
            .. evidence.Where(one => !one.Told.Any(withheld.Contains))
                .Select(one => one.Shown(one.Peers is { } peers && !peers.Any(withheld.Contains), !one.Parts.Any(withheld.Contains)))
                .Select(finding => new Released<Finding>(finding)),
        ];
}
