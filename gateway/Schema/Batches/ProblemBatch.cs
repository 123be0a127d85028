using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Problems;
using EduAnalytics.Gateway.Release;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>The problems that all schools name are one call to their district.</summary>
internal sealed class ProblemBatch(ProblemRelease problems) : Batch<(Caller Caller, ProblemQuery Query), IEnumerable<Released<ListedProblem>>>
{
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<IEnumerable<Released<ListedProblem>>>> Load(Caller caller, ProblemQuery query)
    {
        await problems.Check(caller, query.OrgUnit);
        return Defer((caller, query));
    }

    // A scope is one request, and a request has one caller.
    protected override Task<IReadOnlyList<IEnumerable<Released<ListedProblem>>>> FetchAsync(IReadOnlyList<(Caller Caller, ProblemQuery Query)> keys) =>
        problems.Of(keys[0].Caller, [.. keys.Select(key => key.Query)]);
}
