using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

internal sealed class VersionBatch(VersionQueries versions) : Batch<OrgUnit, long>
{
    public IDataLoaderResult<long> Load(OrgUnit unit) => Defer(unit);

    protected override Task<IReadOnlyList<long>> FetchAsync(IReadOnlyList<OrgUnit> keys) => versions.Versions(keys);
}
