using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Sources;
using EduAnalytics.Gateway.Release.Sources;

namespace EduAnalytics.Gateway.Release.Findings;

/// <summary>
/// The documents behind a finding. Who finds a unit far from its peers is their parent, which holds their numbers and not
/// where they come from: of such a finding the sources are those of the unit's own value.
/// </summary>
public sealed class FindingSources(SourceQueries queries, SourceRelease sources, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    private const int MostNamed = 20;

    public async Task<IEnumerable<Released<SourceReference>>> Of(Caller caller, Released<Finding> released)
    {
        var finding = released.Shown;
        return finding.Sources.IsEmpty && IsOfParent(finding) ? await OfOwnValue(caller, finding) : released.Parts(shown => shown.Sources);
    }

    /// <summary>Of what is taken over other units none: each of them has its own.</summary>
    public async Task<IEnumerable<Released<SourceReference>>> Of(Caller caller, Released<NumberOfFinding> released)
    {
        var (finding, number) = released.Shown;
        return number is { Sources.IsEmpty: true, Code: not null } && IsOfParent(finding)
            ? await OfOwnValue(caller, finding)
            : released.Parts(shown => shown.Number.Sources);
    }

    private bool IsOfParent(Finding finding) => catalogue.Rulebook.Require(finding.Id.Rule).Kind is FarFromPeers;

    private async Task<IEnumerable<Released<SourceReference>>> OfOwnValue(Caller caller, Finding finding)
    {
        var unit = await orgUnits.Require(finding.OrgUnit.Code);
        var request = await queries.OfNow(unit, finding.Id.Subject, finding.Period, finding.Id.Stage);

        // The sources are those of the value's parts too, of which nobody has said yet that they may be shown.
        var reach = new Rights(caller, await orgUnits.Tree()).IsStaff ? SourceReach.All : SourceReach.Documents;
        return (await sources.Find([new SourcesAsked(request, reach)], MostNamed))[0].Parts(found => found.Newest);
    }
}
