using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Standards;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>How all schools stood in one period is one call to their district.</summary>
internal sealed class HistoryBatch(ComplianceHistory history) : Batch<(Caller Caller, HistoryQuery Query), IReadOnlyList<Released<Compliance>>?>
{
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<IReadOnlyList<Released<Compliance>>>> Load(Caller caller, HistoryQuery query)
    {
        await history.Check(caller, query);
        return Defer((caller, query)).Select(history => Known(history, query));
    }

    // A scope is one request, and a request has one caller.
    protected override Task<IReadOnlyList<IReadOnlyList<Released<Compliance>>?>> FetchAsync(IReadOnlyList<(Caller Caller, HistoryQuery Query)> keys) =>
        history.Of(keys[0].Caller, [.. keys.Select(key => key.Query)]);

    private static IReadOnlyList<Released<Compliance>> Known(IReadOnlyList<Released<Compliance>>? history, HistoryQuery query)
    {
        if (history is null)
            throw new UnitSilentException(query.OrgUnit);
        return history.FirstOrDefault(one => !one.Shown.IsKnown) is { } unknown ? throw new UnitSilentException(unknown.Shown.Silent[0]) : history;
    }
}
