using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Live;

/// <summary>
/// Keeps a district's or a city's log of changes: over all stages, in the indicator's usual kind of period, of periods that
/// ended no longer than a year ago. Older ones are brought in and corrected, and are no news. Used on its grain's scheduler only.
/// </summary>
/// <param name="read">Values as they stand, unmarked.</param>
internal sealed class RecentChanges(
    Catalogue catalogue, TimeProvider time, Func<ImmutableArray<ValueQuery>, ImmutableArray<IndicatorValue>> read)
{
    private static readonly TimeSpan conflation = TimeSpan.FromSeconds(1);
    private readonly ChangeLog log = new();
    private bool settling;

    /// <summary>False while the grain wakes: what it brings in then happened before.</summary>
    public bool IsOn { get; set; }

    /// <summary>To be called before cells change.</summary>
    public void Expect(OrgUnitId unit, IEnumerable<MeasureKey> cells)
    {
        if (!IsOn)
            return;
        ImmutableArray<ValueQuery> unknown = [.. QueriesOf(unit, cells).Where(query => !log.Knows(query))];
        if (unknown.IsEmpty)
            return;
        foreach (var (query, value) in unknown.Zip(read(unknown)))
            log.Begin(query, value);
    }

    /// <summary>To be called after they changed.</summary>
    public void Note(OrgUnitId unit, IEnumerable<MeasureKey> cells)
    {
        if (!IsOn)
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

    private IEnumerable<ValueQuery> QueriesOf(OrgUnitId unit, IEnumerable<MeasureKey> cells)
    {
        var oldest = DateOnly.FromDateTime(time.GetUtcNow().DateTime).AddYears(-1);
        return catalogue.WithDerived(cells.Where(cell => cell.Period.End >= oldest))
            .SelectMany(cell => catalogue.IndicatorsReading(cell.Code), (cell, indicator) => (cell.Period, Indicator: indicator))
            .Where(pair => pair.Indicator.PeriodTypes[0] == pair.Period.Type)
            .Select(pair => new ValueQuery(unit, pair.Indicator.Code, pair.Period, null))
            .Distinct();
    }
}
