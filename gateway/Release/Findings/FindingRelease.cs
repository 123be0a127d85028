using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
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
        var evidence = raised.Select(finding => new FindingEvidence(finding, rights, tree, catalogue)).ToList();
        var withheld = await hidden.Among(rights, evidence.SelectMany(one => one.Cells));
        return
        [
            .. evidence.Where(one => !one.Told.Any(withheld.Contains))
                .Select(one => one.Shown(one.Peers is { } peers && !peers.Any(withheld.Contains), !one.Parts.Any(withheld.Contains)))
                .Select(finding => new Released<Finding>(finding)),
        ];
    }
}
