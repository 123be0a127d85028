using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>A finding as it stands, for whoever says something of it: it goes to the unit's grain, and nothing of it to a reader.</summary>
public sealed class StandingFindings(FindingQueries findings)
{
    /// <summary>Null where it stands no more.</summary>
    internal async Task<Finding?> Find(OrgUnit unit, FindingId id) =>
        (await findings.About([new FindingQuery(unit, id.Period)]))[0].FirstOrDefault(found => found.Id == id);
}
