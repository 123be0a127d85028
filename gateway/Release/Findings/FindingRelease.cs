using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Release.Findings;

/// <summary>
/// Findings as a reader may see them. One that rests on a withheld number is left out as a whole: that it was raised at all
/// says on which side of a bound the number lies.
/// </summary>
public sealed class FindingRelease(FindingQueries findings, WithheldQueries withheld, OrgUnitQueries orgUnits, Catalogue catalogue)
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
        var compared = raised
            .Select(list => list.Select(finding => (Finding: finding, Peers: FindingPeers.Of(finding, rights, tree, catalogue))).ToList())
            .ToList();
        if (rights.IsStaff)
            return [.. compared.Select(list => list.Select(one => Released(one.Finding, withPeers: one.Peers is not null)).ToImmutableArray())];
        var findings = withheld.Among(raised.SelectMany(list => list).Select(finding => finding.Id));
        var values = withheld.Among(compared.SelectMany(list => list).SelectMany(one => one.Peers ?? []));
        var (hidden, peers) = (await findings, await values);
        return
        [
            .. compared.Select(list => list
                .Where(one => !hidden.Contains(one.Finding.Id))
                .Select(one => Released(Unsaid(one.Finding), withPeers: one.Peers is { } others && !others.Any(peers.Contains)))
                .ToImmutableArray()),
        ];
    }

    /// <summary>That somebody has taken it for known, without the words: a note of the unit's staff may tell what is withheld.</summary>
    private static Finding Unsaid(Finding finding) => finding.Acknowledgement is { } word
        ? finding with { Acknowledgement = word with { Note = string.Empty, By = string.Empty } }
        : finding;

    private Released<Finding> Released(Finding finding, bool withPeers) =>
        new(withPeers ? finding : FindingPeers.Untold(finding, catalogue.Rulebook.Require(finding.Id.Rule)));
}
