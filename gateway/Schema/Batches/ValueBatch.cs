using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Values;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>Five hundred schools' values are one call to their district and not five hundred.</summary>
internal sealed class ValueBatch(ValueRelease values) : Batch<(Caller Caller, ValueQuery Query), Released<IndicatorValue>>
{
    /// <exception cref="QueryRefusedException">At once, for this field alone: a wrong code must not spoil its neighbours' batch.</exception>
    public IDataLoaderResult<Released<IndicatorValue>> Load(Caller caller, OrgUnit unit, string indicator, Period period, SchoolStage? stage)
    {
        values.Check(indicator, period, stage);
        return Defer((caller, new ValueQuery(unit.Id, indicator, period, stage)));
    }

    // A scope is one request, and a request has one caller.
    protected override Task<IReadOnlyList<Released<IndicatorValue>>> FetchAsync(IReadOnlyList<(Caller Caller, ValueQuery Query)> keys) =>
        values.Values(keys[0].Caller, [.. keys.Select(key => key.Query)]);
}
