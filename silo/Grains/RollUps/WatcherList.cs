using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Grains.Telemetry;

namespace EduAnalytics.Grains.RollUps;

/// <summary>The readers that follow one district or city.</summary>
/// <param name="evaluate">The present state of values that changed.</param>
internal sealed class WatcherList(
    Catalogue catalogue, TimeProvider time, Func<ImmutableArray<ValueQuery>, Task<ImmutableArray<IndicatorValue>>> evaluate)
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

    public async IAsyncEnumerable<ImmutableArray<IndicatorValue>> Follow(
        ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = new Watcher(units, indicators);
        watchers.Add(watcher);
        GrainsInstruments.OnWatcherJoined();
        try
        {
            yield return [];
            while (!cancellationToken.IsCancellationRequested)
            {
                await watcher.Changed(cancellationToken);
                await Task.Delay(conflation, time, cancellationToken);
                var values = await evaluate(watcher.Take());
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
}
