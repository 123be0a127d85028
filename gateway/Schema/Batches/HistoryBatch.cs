using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Standards;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>How all schools stood in one period is one call to their district.</summary>
internal sealed class HistoryBatch(ComplianceHistory history) : Batch<(Caller Caller, HistoryQuery Query), IReadOnlyList<Released<Compliance>>?>
{
    /// <param name="whenSilent">Told where the unit did not answer; the list is empty then, or begins with the period of which nothing is known.</param>
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<IReadOnlyList<Released<Compliance>>>> Load(Caller caller, HistoryQuery query, Action<OrgUnit> whenSilent)
    {
        await history.Check(caller, query);
        return Defer((caller, query))
            .NamingSilent(history => history is null ? query.OrgUnit : history.FirstOrDefault(one => !one.Shown.IsKnown)?.Shown.Silent[0], whenSilent)
            .Select(history => history ?? []);
    }

    // A scope is one request, and a request has one caller.
    protected override Task<IReadOnlyList<IReadOnlyList<Released<Compliance>>?>> FetchAsync(IReadOnlyList<(Caller Caller, HistoryQuery Query)> keys) =>
        history.Of(keys[0].Caller, [.. keys.Select(key => key.Query)]);
}
