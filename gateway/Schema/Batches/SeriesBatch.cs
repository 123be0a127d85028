using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>The series of all schools are a call or two to their district.</summary>
internal sealed class SeriesBatch(ComparisonQueries comparisons) : Batch<(Caller Caller, SeriesQuery Query), IReadOnlyList<Released<IndicatorValue>>?>
{
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<IReadOnlyList<Released<IndicatorValue>>>> Load(Caller caller, SeriesQuery query)
    {
        await comparisons.Check(caller, query);
        return Defer((caller, query)).Select(points => points ?? throw new UnitSilentException(query.OrgUnit));
    }

    // A scope is one request, and a request has one caller.
    protected override async Task<IReadOnlyList<IReadOnlyList<Released<IndicatorValue>>?>> FetchAsync(IReadOnlyList<(Caller Caller, SeriesQuery Query)> keys) =>
        await comparisons.Series(keys[0].Caller, [.. keys.Select(key => key.Query)]);
}
