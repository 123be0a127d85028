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
        if (!finding.Sources.IsEmpty || catalogue.Rulebook.Require(finding.Id.Rule).Kind is not FarFromPeers)
            return released.Parts(shown => shown.Sources);
        var unit = await orgUnits.Require(finding.OrgUnit.Code);
        var request = await queries.OfNow(unit, finding.Id.Subject, finding.Period, finding.Id.Stage);

        // The sources are those of the value's parts too, of which nobody has said yet that they may be shown.
        var reach = new Rights(caller, await orgUnits.Tree()).IsStaff ? SourceReach.All : SourceReach.Documents;
        return (await sources.Find([new SourcesAsked(request, reach)], MostNamed))[0].Parts(found => found.Newest);
    }
}
