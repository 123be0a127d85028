using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Release.Findings;

/// <summary>
/// The documents behind a finding. Who finds a unit far from its peers is their parent, which holds their numbers and not
/// where they come from: of such a finding the unit itself is asked for the sources of its own value.
/// </summary>
public sealed class FindingSources(IGrainFactory grains, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    public async Task<IEnumerable<Released<SourceReference>>> Of(Caller caller, Released<Finding> released)
    {
        var finding = released.Shown;
        if (!finding.Sources.IsEmpty || catalogue.Rulebook.Require(finding.Id.Rule).Kind is not FarFromPeers)
            return released.Parts(shown => shown.Sources);
        var unit = await orgUnits.Require(finding.OrgUnit.Code);
        var isStaff = new Rights(caller, await orgUnits.Tree()).IsStaff;
        var sources = (await grains.OwnGrain(unit).Explain(finding.Id.Subject, finding.Period, finding.Id.Stage)).Sources;

        // The sources are those of the value's parts too, of which nobody has said yet that they may be shown.
        return sources.Select(source => new Released<SourceReference>(isStaff ? source : source with { Quote = null }));
    }
}
