using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Findings;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>The findings about all schools are one call to their district.</summary>
internal sealed class FindingBatch(FindingRelease findings) : Batch<(Caller Caller, FindingQuery Query), ImmutableArray<Released<Finding>>>
{
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<ImmutableArray<Released<Finding>>>> Load(Caller caller, FindingQuery query)
    {
        await findings.Check(caller, query.OrgUnit);
        return Defer((caller, query));
    }

    // A scope is one request, and a request has one caller.
    protected override async Task<IReadOnlyList<ImmutableArray<Released<Finding>>>> FetchAsync(IReadOnlyList<(Caller Caller, FindingQuery Query)> keys) =>
        await findings.About(keys[0].Caller, [.. keys.Select(key => key.Query)]);
}
