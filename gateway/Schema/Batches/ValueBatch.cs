using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Queries;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>Five hundred schools' values are one call to their district and not five hundred.</summary>
internal sealed class ValueBatch(IndicatorQueries indicators) : Batch<ValueQuery, IndicatorValue>
{
    /// <exception cref="QueryRefusedException">At once, for this field alone: a wrong code must not spoil its neighbours' batch.</exception>
    public IDataLoaderResult<IndicatorValue> Load(OrgUnit unit, string indicator, Period period, SchoolStage? stage)
    {
        indicators.Check(indicator, period, stage);
        return Defer(new ValueQuery(unit.Id, indicator, period, stage));
    }

    protected override Task<IReadOnlyList<IndicatorValue>> FetchAsync(IReadOnlyList<ValueQuery> keys) => indicators.Values(keys);
}
