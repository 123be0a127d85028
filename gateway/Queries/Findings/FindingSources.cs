using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>
/// The documents behind a finding. Who finds a unit far from its peers is their parent, which holds their numbers and not
/// where they come from: of such a finding the unit itself is asked for the sources of its own value.
/// </summary>
public sealed class FindingSources(IGrainFactory grains, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    public async Task<ImmutableArray<SourceReference>> Of(Finding finding)
    {
        if (!finding.Sources.IsEmpty || catalogue.Rulebook.Require(finding.Id.Rule).Kind is not FarFromPeers)
            return finding.Sources;
        var unit = await orgUnits.Require(finding.OrgUnit.Code);
        return (await grains.OwnGrain(unit).Explain(finding.Id.Subject, finding.Period, finding.Id.Stage)).Sources;
    }
}
