using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Grains.Telemetry;

namespace EduAnalytics.Grains.RollUps;

/// <summary>The readers that follow one district or city.</summary>
/// <param name="evaluate">The present state of values.</param>
/// <param name="find">The measures of a unit held here; null for another.</param>
internal sealed class WatcherList(
    Catalogue catalogue,
    TimeProvider time,
    Func<ImmutableArray<ValueQuery>, Task<ImmutableArray<IndicatorValue>>> evaluate,
    Func<OrgUnitId, IMeasures?> find)
{
    /// <summary>A burst of submissions is one event for a reader; no eye tells thirty milliseconds.</summary>
    private static readonly TimeSpan conflation = TimeSpan.FromMilliseconds(30);

    private readonly List<Watcher> watchers = [];

    public void Note(OrgUnitId unit, IEnumerable<MeasureKey> changed)
    {
        var interested = watchers.Where(watcher => watcher.Wants(unit)).ToList();
        if (interested.Count == 0)
            return;
        foreach (var key in changed)
        {
            foreach (var indicator in catalogue.IndicatorsReading(key.Code))
            {
                if (!indicator.PeriodTypes.Contains(key.Period.Type))
                    continue;
                foreach (var watcher in interested.Where(watcher => watcher.Wants(indicator.Code)))
                    watcher.Note(new ValueQuery(unit, indicator.Code, key.Period, key.Stage));
            }
        }
    }

    /// <summary>Turns a watch to other things; false where there is none of that name.</summary>
    public async Task<bool> Refocus(Guid watch, ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators)
    {
        if (watchers.Find(watcher => watcher.Name == watch) is not { } found)
            return false;
        var seen = Present(found).ToHashSet();
        found.Turn(units, indicators);
        foreach (var query in (await evaluate([.. Present(found).Where(query => !seen.Contains(query))])).Where(HoldsData))
            found.Note(new ValueQuery(query.OrgUnit, query.Indicator, query.Period, query.Stage));
        return true;
    }

    public async IAsyncEnumerable<ImmutableArray<IndicatorValue>> Follow(
        Guid watch,
        ImmutableArray<OrgUnitId> units,
        ImmutableArray<string> indicators,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = new Watcher(watch, units, indicators);
        watchers.Add(watcher);
        GrainsInstruments.OnWatcherJoined();
        try
        {
            // Registered before it is read: what changes from here on is noted. Evaluating asks other units, and a grain that
            // goes waits for its streams to end.
            yield return [.. (await evaluate([.. Present(watcher)]).WaitAsync(cancellationToken)).Where(HoldsData)];
            while (!cancellationToken.IsCancellationRequested)
            {
                await watcher.Changed(cancellationToken);
                await Task.Delay(conflation, time, cancellationToken);
                var values = await evaluate(watcher.Take()).WaitAsync(cancellationToken);
                if (!values.IsEmpty)
                    yield return values;
            }
        }
        finally
        {
            watchers.Remove(watcher);
            GrainsInstruments.OnWatcherLeft();
        }
    }

    /// <summary>
    /// Of every unit, indicator and stage that the watcher wants, the newest period of which anything is held, of the usual
    /// kind where there is one. One look over a unit's cells, however many indicators there are.
    /// </summary>
    private IEnumerable<ValueQuery> Present(Watcher watcher) => watcher.Units.SelectMany(unit => Present(unit, watcher));

    private IEnumerable<ValueQuery> Present(OrgUnitId unit, Watcher watcher)
    {
        var newest = new Dictionary<(string Indicator, SchoolStage? Stage), (int Kind, Period Period)>();
        foreach (var key in find(unit)?.Keys ?? [])
        {
            foreach (var indicator in catalogue.IndicatorsReading(key.Code).Where(indicator => watcher.Wants(indicator.Code)))
            {
                var kind = indicator.PeriodTypes.IndexOf(key.Period.Type);
                if (kind < 0)
                    continue;
                var known = newest.TryGetValue((indicator.Code, key.Stage), out var held);
                if (!known || kind < held.Kind || (kind == held.Kind && key.Period.Start > held.Period.Start))
                    newest[(indicator.Code, key.Stage)] = (kind, key.Period);
            }
        }

        return newest.Select(pair => new ValueQuery(unit, pair.Key.Indicator, pair.Value.Period, pair.Key.Stage));
    }

    private static bool HoldsData(IndicatorValue value) => value.Value is not null || value.Reported is not null;
}
