using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Import;

namespace EduAnalytics.Gateway.Ingest.Files;

/// <summary>What this system knows at the moment, against which a file is read.</summary>
internal sealed class ReceivingSystem(Catalogue catalogue, OrgUnitQueries orgUnits, TimeProvider time)
{
    public async Task<ImportKnowledge> Knowledge() =>
        new(catalogue, await orgUnits.Tree(), DateOnly.FromDateTime(time.GetLocalNow().DateTime));
}
