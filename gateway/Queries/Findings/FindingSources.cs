using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Queries.Sources;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>
/// The documents behind a finding. Who finds a unit far from its peers is their parent, which holds their numbers and not
/// where they come from: of such a finding the sources are those of the unit's own value.
/// </summary>
public sealed class FindingSources(SourceQueries sources, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    private const int MostNamed = 20;

    public async Task<ImmutableArray<SourceReference>> Of(Finding finding)
    {
        if (!finding.Sources.IsEmpty || catalogue.Rulebook.Require(finding.Id.Rule).Kind is not FarFromPeers)
            return finding.Sources;
        var unit = await orgUnits.Require(finding.OrgUnit.Code);
        var question = new SourceQuestion(finding.Id.Subject, finding.Period, finding.Id.Stage, null, 0);
        return (await sources.FindNewest(unit, question, MostNamed)).Newest;
    }
}
