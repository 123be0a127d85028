using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// What a district or a city withholds of its own counts and of its children's. Told nothing when counts change, it looks
/// when it is asked, at the groups and years asked for and at no other.
/// </summary>
/// <param name="scope">What may be read now.</param>
public sealed class ReleaseBook(CountGroups groups, Func<ReleaseScope> scope)
{
    private readonly Dictionary<OrgUnitId, (long Version, UnitCounts Counts)> counted = [];
    private readonly Dictionary<YearOfCounts, (long Version, Closed? Above, YearPattern Pattern)> patterns = [];
    private readonly Dictionary<YearOfCounts, Closed> above = [];

    public CountGroups Groups => groups;

    /// <summary>
    /// The groups and years that decide about cells. A school year ends in one year and has its first months in another, and
    /// goes with both.
    /// </summary>
    public ImmutableArray<YearOfCounts> YearsOf(IEnumerable<MeasureKey> cells) =>
        [.. cells.SelectMany(YearsOf).Distinct().SelectMany(WithWhatItGivesAway).Distinct()];

    /// <summary>Takes over how far the unit above has closed this one.</summary>
    public void Heed(ImmutableArray<YearOfCounts> years, ImmutableArray<Closed> closed)
    {
        for (var i = 0; i < years.Length; i++)
            above[years[i]] = closed[i];
    }

    /// <summary>How far the unit, or a child of it, is closed.</summary>
    public ImmutableArray<Closed> ClosedOf(OrgUnitId unit, ImmutableArray<YearOfCounts> years) =>
        [.. years.Select(year => PatternOf(year).Of(unit))];

    /// <summary>Why something that rests on the cells is withheld; null where it is shown.</summary>
    public Suppression? WhyWithheld(OrgUnitId unit, IEnumerable<MeasureKey> cells)
    {
        Suppression? reason = null;
        foreach (var cell in cells)
        {
            foreach (var year in YearsOf(cell))
            {
                if (PatternOf(year).WhyWithheld(unit, cell) is not { } why)
                    continue;
                if (why == Suppression.SmallCount)
                    return why;
                reason = why;
            }
        }

        return reason;
    }

    private IEnumerable<YearOfCounts> YearsOf(MeasureKey cell)
    {
        if (groups.Find(cell.Code) is not { } group)
            yield break;
        yield return new YearOfCounts(group.Name, cell.Period.End.Year);
        if (cell.Period.Type == PeriodType.SchoolYear)
            yield return new YearOfCounts(group.Name, cell.Period.Start.Year);
    }

    private IEnumerable<YearOfCounts> WithWhatItGivesAway(YearOfCounts year) =>
        GivenAwayBy(year) is { } other ? [year, other] : [year];

    private YearOfCounts? GivenAwayBy(YearOfCounts year) =>
        groups.Find(year.Group)?.GivesAway is { } code && groups.Find(code) is { } other ? year with { Group = other.Name } : null;

    private YearPattern PatternOf(YearOfCounts year)
    {
        var now = scope();
        Closed? closedAbove = now.OwnIsFree ? null : above.GetValueOrDefault(year, Closed.Unknown);
        var held = patterns.GetValueOrDefault(year);
        if (held.Pattern is not null && held.Version == now.Version && held.Above == closedAbove)
            return held.Pattern;
        var pattern = Make(year, now, closedAbove, held.Pattern);
        patterns[year] = (now.Version, closedAbove, pattern);
        return pattern;
    }

    private YearPattern Make(YearOfCounts year, ReleaseScope now, Closed? closedAbove, YearPattern? before)
    {
        var children = now.Children;
        var counts = children.Select(child => CountsOf(child, year, now.Find)).ToList();
        var own = OwnCounts(year, now, counts);
        var group = groups.Find(year.Group)!;
        var table = new YearTable(group, own, counts) { Stepwise = now.OverDistricts, OwnIsFree = now.OwnIsFree };
        CloseWhatGivesAway(table, year, now);
        if (closedAbove is { } given)
            table.CloseOwn(given.Closure);
        if (!table.CloseSmall())
            return YearPattern.Open;
        for (var child = 0; child < children.Count; child++)
            table.Close(child, before?.Of(children[child]).Closure ?? Closure.Open);
        table.CloseComplements();
        return PatternOf(table, now, new SmallCountReasons(table, group.Threshold, own, counts), closedAbove?.Reason, own, counts);
    }

    private static YearPattern PatternOf(
        YearTable table, ReleaseScope now, SmallCountReasons reasons, Suppression? reasonAbove, YearCounts own, IReadOnlyList<YearCounts> children)
    {
        var pattern = new YearPattern();
        for (var child = 0; child < children.Count; child++)
        {
            if (table.Closures[child] != Closure.Open)
                pattern.Close(now.Children[child], new Closed(table.Closures[child], reasons.OfChild(child)), children[child]);
        }

        if (table.OwnClosure != Closure.Open)
            pattern.Close(now.Unit, new Closed(table.OwnClosure, reasonAbove ?? reasons.OfOwn()), own);
        return pattern;
    }

    private void CloseWhatGivesAway(YearTable table, YearOfCounts year, ReleaseScope now)
    {
        if (GivenAwayBy(year) is not { } other)
            return;
        var pattern = PatternOf(other);
        for (var child = 0; child < now.Children.Count; child++)
        {
            if (!pattern.IsOpen(now.Children[child]))
                table.Close(child, Closure.WithinYear);
        }

        if (!pattern.IsOpen(now.Unit))
            table.CloseOwn(Closure.WithinYear);
    }

    private YearCounts CountsOf(OrgUnitId unit, YearOfCounts year, Func<OrgUnitId, IMeasures?> find)
    {
        if (find(unit) is { } measures)
        {
            if (!counted.TryGetValue(unit, out var held) || held.Version != measures.Version)
                counted[unit] = held = (measures.Version, new UnitCounts(measures, measures.Keys, groups));
            if (held.Counts.TryFind(year, out var counts))
                return counts;
        }

        return new YearCounts(groups.Find(year.Group)!);
    }

    /// <summary>A unit's own counts of the cells that its children have; where nothing stands above it, of all it states too.</summary>
    private YearCounts OwnCounts(YearOfCounts year, ReleaseScope now, IReadOnlyList<YearCounts> children)
    {
        var keys = children.SelectMany(child => child.All.Keys);
        if (now.OwnIsFree)
            keys = keys.Concat(now.Own.Keys.Where(key => key.Period.End.Year == year.Year && groups.Find(key.Code)?.Name == year.Group));
        var counts = new UnitCounts(now.Own, keys.Distinct(), groups);
        return counts.TryFind(year, out var own) ? own : new YearCounts(groups.Find(year.Group)!);
    }
}

/// <summary>What a <see cref="ReleaseBook"/> may read at one moment.</summary>
/// <param name="Own">The measures of the unit whose book it is.</param>
/// <param name="Children">In the tree's order.</param>
/// <param name="Find">The measures of a child; null where it has reported nothing.</param>
/// <param name="Version">Rises with every change of the measures or of the children.</param>
public sealed record ReleaseScope(IMeasures Own, IReadOnlyList<OrgUnitId> Children, Func<OrgUnitId, IMeasures?> Find, long Version)
{
    public OrgUnitId Unit => Own.Unit.Id;

    public bool OverDistricts => Own.Unit.Level == OrgUnitLevel.City;

    public bool OwnIsFree => Own.Unit.Parent is null;
}
