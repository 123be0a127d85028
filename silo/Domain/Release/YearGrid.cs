using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// One number of a table's children and the parts that it is made of: a year's stages, or its months. A district whose number
/// is shown, but not its parts, can have more in one of them only for less in another, and some other district the reverse.
/// </summary>
/// <param name="Whole">What the parts add up to.</param>
/// <param name="Parts">In an order that does not depend on the counts.</param>
internal sealed record YearGrid(MeasureKey Whole, IReadOnlyList<MeasureKey> Parts)
{
    private const int Above = 0;
    private const int Below = 1;

    /// <summary>All grids of the cells: by stage of every period, and by half-year and month of every stage.</summary>
    public static IEnumerable<YearGrid> In(IEnumerable<MeasureKey> cells, bool standing)
    {
        var all = cells.Distinct().OrderBy(key => key.Code, StringComparer.Ordinal).ThenBy(key => key.Period.Start).ThenByDescending(key => key.Period.End).ThenBy(key => key.Stage).ToList();
        foreach (var byStage in all.Where(key => key.Stage is not null).GroupBy(key => key with { Stage = null }))
            yield return new YearGrid(byStage.Key, [.. byStage]);
        if (standing)
            yield break;
        foreach (var withinYear in all.Where(key => key.Period.Type is PeriodType.HalfYear or PeriodType.Month).GroupBy(key => (key.Code, key.Stage, key.Period.Type, key.Period.End.Year)))
            yield return new YearGrid(new MeasureKey(withinYear.Key.Code, Period.OfYear(withinYear.Key.Year), withinYear.Key.Stage), [.. withinYear]);
    }

    /// <summary>The small counts withheld that are bound more closely than they should be.</summary>
    /// <param name="roomOf">How much more a child could have in a cell; null for any number.</param>
    public IEnumerable<(int Child, MeasureKey Key)> Bound(YearTable table, YearCounts own, IReadOnlyList<YearCounts> children, int threshold, Func<int, MeasureKey, decimal?> roomOf)
    {
        var exchange = new Exchange(2 + children.Count + Parts.Count);
        var small = new List<(int Child, MeasureKey Key, int Edge, decimal Count)>();
        if (!own.TryFind(Whole, out var all) || table.IsOwnWithheld(Whole))
            exchange.Add(Below, Above, all, null);
        for (var part = 0; part < Parts.Count; part++)
        {
            if (!own.TryFind(Parts[part], out var total) || table.IsOwnWithheld(Parts[part]))
                exchange.Add(2 + children.Count + part, Below, total, null);
        }

        for (var child = 0; child < children.Count; child++)
        {
            if (!children[child].TryFind(Whole, out _))
                exchange.Add(Above, 2 + child, children[child].All.Where(pair => Parts.Contains(pair.Key)).Sum(pair => pair.Value), null);
            else
                AddOf(child, Whole, Above, 2 + child);
            for (var part = 0; part < Parts.Count; part++)
                AddOf(child, Parts[part], 2 + child, 2 + children.Count + part);
        }

        foreach (var (child, key, edge, count) in small)
        {
            if (!exchange.CanBeLess(edge, count) || !exchange.CanBeMore(edge, threshold - count))
                yield return (child, key);
        }

        void AddOf(int child, MeasureKey key, int from, int to)
        {
            if (!children[child].TryFind(key, out var count) || !table.IsWithheld(child, key))
                return;
            var edge = exchange.Add(from, to, count, roomOf(child, key));
            if (table.IsSmall(count))
                small.Add((child, key, edge, count));
        }
    }
}
