using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

internal sealed class VersionBatch(VersionQueries versions) : Batch<(Caller Caller, OrgUnit Unit), long?>
{
    public IDataLoaderResult<long> Load(Caller caller, OrgUnit unit) =>
        Defer((caller, unit)).Select(version => version ?? throw new UnitSilentException(unit));

    // A scope is one request, and a request has one caller.
    protected override Task<IReadOnlyList<long?>> FetchAsync(IReadOnlyList<(Caller Caller, OrgUnit Unit)> keys) =>
        versions.Versions(keys[0].Caller, [.. keys.Select(key => key.Unit)]);
}
