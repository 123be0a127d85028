using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Release.Findings;

/// <summary>
/// Findings as a reader may see them. One that rests on a withheld number is left out as a whole: that it was raised at all
/// says on which side of a bound the number lies.
/// </summary>
public sealed class FindingRelease(FindingQueries findings, WithheldQueries withheld, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    /// <inheritdoc cref="FindingQueries.About"/>
    /// <exception cref="QueryRefusedException">The unit is not for the caller.</exception>
    public async Task<ImmutableArray<Released<Finding>>> About(Caller caller, OrgUnit unit, Period? period)
    {
        var tree = await orgUnits.Tree();
        var rights = new Rights(caller, tree);
        return rights.Reaches(unit.Id)
            ? await Of(rights, tree, await findings.About(unit, period))
            : throw Forbidden.ToRead(caller, unit.Id.Code);
    }

    /// <summary>What of these findings, all about units that the reader reaches, it may see; in their order.</summary>
    internal async Task<ImmutableArray<Released<Finding>>> Of(Rights rights, OrgUnitTree tree, IReadOnlyCollection<Finding> raised)
    {
        if (rights is { IsStaff: true, ReachesAll: true })
            return [.. raised.Select(finding => new Released<Finding>(finding))];
        var compared = raised.Select(finding => (Finding: finding, Peers: FindingPeers.Of(finding, rights, tree, catalogue))).ToList();
        if (rights.IsStaff)
            return [.. compared.Select(one => Released(one.Finding, withPeers: one.Peers is not null))];
        var findings = withheld.Among(raised.Select(finding => finding.Id));
        var values = withheld.Among(compared.SelectMany(one => one.Peers ?? []));
        var (hidden, peers) = (await findings, await values);
        return
        [
            .. compared.Where(one => !hidden.Contains(one.Finding.Id))
                .Select(one => Released(one.Finding, withPeers: one.Peers is { } others && !others.Any(peers.Contains))),
        ];
    }

    private Released<Finding> Released(Finding finding, bool withPeers) =>
        new(withPeers ? finding : FindingPeers.Untold(finding, catalogue.Rulebook.Require(finding.Id.Rule)));
}
