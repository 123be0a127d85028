using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>The series of all schools are a call or two to their district.</summary>
internal sealed class SeriesBatch(ComparisonQueries comparisons) : Batch<(Caller Caller, SeriesQuery Query), IReadOnlyList<Released<IndicatorValue>>?>
{
    /// <param name="whenSilent">Told where the unit did not answer; the series is empty then.</param>
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<IReadOnlyList<Released<IndicatorValue>>>> Load(Caller caller, SeriesQuery query, Action<OrgUnit> whenSilent)
    {
        await comparisons.Check(caller, query);
        return Defer((caller, query)).NamingSilent(points => points is null ? query.OrgUnit : null, whenSilent).Select(points => points ?? []);
    }

    // A scope is one request, and a request has one caller.
    protected override async Task<IReadOnlyList<IReadOnlyList<Released<IndicatorValue>>?>> FetchAsync(IReadOnlyList<(Caller Caller, SeriesQuery Query)> keys) =>
        await comparisons.Series(keys[0].Caller, [.. keys.Select(key => key.Query)]);
}
