using System.Collections.Concurrent;
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
internal sealed class ValueBatch(ValueRelease values)
{
    private readonly AtOneInstant now = new(values);
    private readonly ConcurrentDictionary<DateTimeOffset, AtOneInstant> past = [];

    /// <param name="whenSilent">Told where the unit did not answer, nor any in its place; the value is null then.</param>
    /// <param name="asOf">The instant as of which it is read; null, or a time to come, for now.</param>
    /// <exception cref="QueryRefusedException">At once, for this field alone: a wrong code must not spoil its neighbours' batch.</exception>
    public IDataLoaderResult<Released<IndicatorValue>> Load(
        Caller caller, OrgUnit unit, string indicator, Period period, SchoolStage? stage, Action<OrgUnit> whenSilent, DateTimeOffset? asOf = null)
    {
        values.Check(indicator, period, stage);
        var batch = asOf is { } instant ? past.GetOrAdd(instant, _ => new AtOneInstant(values)) : now;
        return batch.Load(caller, new ValueQuery(unit.Id, indicator, period, stage, asOf))
            .NamingSilent(value => value.Shown.AnsweredBy == AnsweredBy.Nobody ? unit : null, whenSilent);
    }

    /// <summary>What is asked of now does not wait for the journal's past, nor fail with it.</summary>
    private sealed class AtOneInstant(ValueRelease values) : Batch<(Caller Caller, ValueQuery Query), Released<IndicatorValue>>
    {
        public IDataLoaderResult<Released<IndicatorValue>> Load(Caller caller, ValueQuery query) => Defer((caller, query));

        // A scope is one request, and a request has one caller.
        protected override Task<IReadOnlyList<Released<IndicatorValue>>> FetchAsync(IReadOnlyList<(Caller Caller, ValueQuery Query)> keys) =>
            values.KnownValues(keys[0].Caller, [.. keys.Select(key => key.Query)]);
    }
}
