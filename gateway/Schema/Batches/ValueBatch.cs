using System.Collections.Concurrent;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Queries;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>Five hundred schools' values are one call to their district and not five hundred.</summary>
internal sealed class ValueBatch(IndicatorQueries indicators)
{
    private readonly AtOneInstant now = new(indicators, null);
    private readonly ConcurrentDictionary<DateTimeOffset, AtOneInstant> past = [];

    /// <param name="asOf">The instant as of which it is read; null, or a time to come, for now.</param>
    /// <exception cref="QueryRefusedException">At once, for this field alone: a wrong code must not spoil its neighbours' batch.</exception>
    public IDataLoaderResult<IndicatorValue> Load(OrgUnit unit, string indicator, Period period, SchoolStage? stage, DateTimeOffset? asOf = null)
    {
        indicators.Check(indicator, period, stage);
        var batch = indicators.PastOf(asOf) is { } instant ? past.GetOrAdd(instant, at => new AtOneInstant(indicators, at)) : now;
        return batch.Load(new ValueQuery(unit.Id, indicator, period, stage));
    }

    /// <summary>What is asked of now does not wait for the journal's past, nor fail with it.</summary>
    private sealed class AtOneInstant(IndicatorQueries indicators, DateTimeOffset? asOf) : Batch<ValueQuery, IndicatorValue>
    {
        public IDataLoaderResult<IndicatorValue> Load(ValueQuery query) => Defer(query);

        protected override Task<IReadOnlyList<IndicatorValue>> FetchAsync(IReadOnlyList<ValueQuery> keys) => indicators.Values(keys, asOf);
    }
}
