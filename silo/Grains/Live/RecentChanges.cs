using System.Collections.Frozen;
using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Grains.Live;

/// <summary>
/// Keeps a district's or a city's log of changes: over all stages, in the indicator's usual kind of period, of periods that
/// ended no longer than a year ago. Older ones are brought in and corrected, and are no news; spreads over schools are dear to
/// work out and move with every school. Used on its grain's scheduler only.
/// </summary>
/// <param name="read">Values as they stand, unmarked.</param>
internal sealed class RecentChanges(
    Catalogue catalogue, TimeProvider time, Func<ImmutableArray<ValueQuery>, ImmutableArray<IndicatorValue>> read)
{
    /// <summary>
    /// So many values a second are begun to be watched. Where a year's records are brought in at once, everything moves: no
    /// reader wants a list of that, and the records shall not wait for it.
    /// </summary>
    private const int MostBegunASecond = 64;

    private static readonly TimeSpan conflation = TimeSpan.FromSeconds(1);
    private readonly ChangeLog log = new();
    private FrozenDictionary<string, ImmutableArray<Reading>>? readings;
    private DateTimeOffset countingSince;
    private int begun;
    private bool settling;

    /// <summary>False while the grain wakes: what it brings in then happened before.</summary>
    public bool IsOn { get; set; }

    /// <summary>To be called before cells change.</summary>
    public void Expect(OrgUnitId unit, IEnumerable<MeasureKey> cells)
    {
        var room = IsOn ? Room() : 0;
        if (room == 0)
            return;
        ImmutableArray<ValueQuery> unknown = [.. QueriesOf(unit, cells).Where(query => !log.Knows(query)).Distinct().Take(room)];
        begun += unknown.Length;
        foreach (var (query, value) in unknown.Zip(read(unknown)))
            log.Begin(query, value);
    }

    /// <summary>To be called after they changed.</summary>
    public void Note(OrgUnitId unit, IEnumerable<MeasureKey> cells)
    {
        if (!IsOn || log.IsEmpty)
            return;
        foreach (var query in QueriesOf(unit, cells))
            log.Touch(query);
        if (settling)
            return;
        settling = true;
        _ = SettleSoon();
    }

    public ImmutableArray<RecentChange> Within(TimeSpan window)
    {
        Settle();
        return [.. log.Since(time.GetUtcNow() - window)];
    }

    private async Task SettleSoon()
    {
        await Task.Delay(conflation, time);
        settling = false;
        Settle();
        log.Trim(time.GetUtcNow());
    }

    private void Settle()
    {
        var touched = log.TakeTouched();
        if (touched.IsEmpty)
            return;
        var now = time.GetUtcNow();
        foreach (var (query, value) in touched.Zip(read(touched)))
            log.Settle(query, value, now);
    }

    private int Room()
    {
        var now = time.GetUtcNow();
        if (now - countingSince >= conflation)
            (countingSince, begun) = (now, 0);
        return MostBegunASecond - begun;
    }

    private IEnumerable<ValueQuery> QueriesOf(OrgUnitId unit, IEnumerable<MeasureKey> cells)
    {
        readings ??= ReadingsByMeasure();
        var oldest = DateOnly.FromDateTime(time.GetUtcNow().DateTime).AddYears(-1);
        foreach (var cell in cells)
        {
            if (!readings.TryGetValue(cell.Code, out var read) || (cell.Stage is not null && catalogue.OnlyStageOf(cell.Code) != cell.Stage))
                continue;
            foreach (var reading in read)
                if (reading.Type == cell.Period.Type && cell.Period.End >= oldest)
                    yield return new ValueQuery(unit, reading.Indicator, cell.Period, null);
        }
    }

    /// <summary>By measure the indicators that move with it, also through what is derived from it.</summary>
    private FrozenDictionary<string, ImmutableArray<Reading>> ReadingsByMeasure() => catalogue.Measures
        .Select(measure => (
            measure.Code,
            Readings: catalogue.DerivedFrom(measure.Code).Select(derived => derived.Code).Prepend(measure.Code)
                .SelectMany(code => catalogue.IndicatorsReading(code))
                .Where(indicator => indicator.Formula is Formula.Sum or Formula.Ratio { AcrossSchools: false } or Formula.Stated)
                .Select(indicator => new Reading(indicator.Code, indicator.PeriodTypes[0]))
                .Distinct().ToImmutableArray()))
        .Where(pair => !pair.Readings.IsEmpty)
        .ToFrozenDictionary(pair => pair.Code, pair => pair.Readings, StringComparer.Ordinal);

    private readonly record struct Reading(string Indicator, PeriodType Type);
}
