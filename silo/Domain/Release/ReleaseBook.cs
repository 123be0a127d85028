using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
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
    private readonly Dictionary<OrgUnitId, (long Version, bool Without)> hadNoCase = [];
    private (long Version, ImmutableArray<YearOfCounts> Years)? dropoutYears;
    private (long Version, ImmutableArray<Closed> Above, Ledgers Ledgers)? ledgers;

    public CountGroups Groups => groups;

    /// <summary>
    /// The groups and years that decide about cells. A school year ends in one year and has its first months in another, and
    /// goes with both.
    /// </summary>
    public ImmutableArray<YearOfCounts> YearsOf(IEnumerable<MeasureKey> cells) =>
        [.. cells.SelectMany(cell => Balances.GivenAwayBy(cell).Prepend(cell)).SelectMany(YearsOf).Distinct().SelectMany(WithThoseDeciding).Distinct()];

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
            // That it balances with what is withheld says nothing of its own number, and so must the reason.
            var why = WhyWithheld(unit, cell);
            if (why != Suppression.SmallCount && Balances.GivenAwayBy(cell).Any(other => WhyWithheld(unit, other) is not null))
                why = Suppression.SmallCount;
            if (why == Suppression.SmallCount)
                return why;
            reason = why ?? reason;
        }

        return reason;
    }

    /// <summary>
    /// Whether a unit has more of a measure than enters a ratio. The rest is of schools that lack the other half of it, and may
    /// be a single student, whom the two numbers side by side would show.
    /// </summary>
    public bool HasRest(OrgUnitId unit, MeasureKey cell, string paired)
    {
        var now = scope();
        var measures = unit == now.Unit ? now.Own : now.Find(unit);
        return measures is not null
            && measures.TrySummed(cell with { Code = paired }, out var part)
            && Term.Choose(cell, measures) is { } whole
            && whole.Value != part.Value;
    }

    /// <summary>Why a cell is withheld for what is in its own tables.</summary>
    private Suppression? WhyWithheld(OrgUnitId unit, MeasureKey cell)
    {
        if (Ledgers.Hold(cell.Code))
            return groups.Find(cell.Code) is { } group ? LedgersNow(group).WhyWithheld(unit, cell) : null;
        Suppression? reason = null;
        foreach (var year in YearsOf(cell))
        {
            if (PatternOf(year).WhyWithheld(unit, cell) is not { } why)
                continue;
            if (why == Suppression.SmallCount)
                return why;
            reason = why;
        }

        return reason;
    }

    private Ledgers LedgersNow(CountGroup group)
    {
        var now = scope();
        ImmutableArray<Closed> closedAbove = now.OwnIsFree ? [] : [.. DropoutYears().Select(year => above.GetValueOrDefault(year, Closed.Unknown))];
        if (ledgers is { } held && held.Version == now.Version && held.Above.SequenceEqual(closedAbove))
            return held.Ledgers;
        var patternsOfDropouts = DropoutYears().Select(PatternOf).ToList();
        var withoutCases = now.Children.Append(now.Unit)
            .Where(unit => patternsOfDropouts.TrueForAll(pattern => pattern.IsOpen(unit)) && HadNoCase(unit, unit == now.Unit ? now.Own : now.Find(unit)))
            .ToHashSet();
        var made = new Ledgers(now, group.Threshold, withoutCases, cell => WhyWithheld(now.Unit, cell) is null);
        ledgers = (now.Version, closedAbove, made);
        return made;
    }

    /// <summary>Looked at anew for the child that changed only: a district has hundreds.</summary>
    private bool HadNoCase(OrgUnitId unit, IMeasures? measures)
    {
        if (measures is null)
            return true;
        if (!hadNoCase.TryGetValue(unit, out var held) || held.Version != measures.Version)
            hadNoCase[unit] = held = (measures.Version, measures.Keys.All(key => (key.Code != MeasureCodes.DroppedOut && !Ledgers.Hold(key.Code)) || Term.Choose(key, measures) is not { Value: not 0 }));
        return held.Without;
    }

    /// <summary>The years that decide about ledgers: all in which dropouts are counted.</summary>
    private ImmutableArray<YearOfCounts> DropoutYears()
    {
        var now = scope();
        if (dropoutYears is not { } held || held.Version != now.Version)
        {
            var years = now.Own.Keys.Where(key => key.Code == MeasureCodes.DroppedOut).SelectMany(YearsOf).Distinct().OrderBy(year => year.Year);
            dropoutYears = held = (now.Version, [.. years]);
        }

        return held.Years;
    }

    private IEnumerable<YearOfCounts> YearsOf(MeasureKey cell)
    {
        if (groups.Find(cell.Code) is not { } group)
            yield break;
        if (Ledgers.Hold(cell.Code))
        {
            foreach (var year in DropoutYears())
                yield return year;
            yield break;
        }

        yield return new YearOfCounts(group.Name, cell.Period.End.Year);
        if (cell.Period.Type == PeriodType.SchoolYear)
            yield return new YearOfCounts(group.Name, cell.Period.Start.Year);
    }

    private IEnumerable<YearOfCounts> WithThoseDeciding(YearOfCounts year) =>
        groups.DecidingAbout(groups.Find(year.Group)!).SelectMany(other => WithThoseDeciding(year with { Group = other.Name })).Prepend(year);

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
        var table = new YearTable(group, own, counts)
        {
            Stepwise = now.OverDistricts,
            OwnIsFree = now.OwnIsFree,
            RoomOf = (child, key) => RoomOf(group, counts[child], key, below => CountsOf(children[child], year with { Group = below.Name }, now.Find)),
        };
        foreach (var other in groups.DecidingAbout(group))
            CloseWith(table, group, other, PatternOf(year with { Group = other.Name }), now);
        if (closedAbove is { } given)
            table.CloseOwn(given.Closure);
        if (!table.CloseSmall())
            return YearPattern.Open;
        var needed = table.Closures.ToArray();
        ImmutableHashSet<OrgUnitId> small = [.. children.Where((_, child) => table.HasSmall(child))];
        var kept = Keep(before, small);
        for (var child = 0; child < children.Count; child++)
            table.Close(child, kept.GetValueOrDefault(children[child]).Closure);
        table.CloseComplements();
        var pattern = new YearPattern { LacksRoom = table.LacksRoom, Complements = ComplementsIn(table, needed, children, kept, small) };
        Close(pattern, table, now, new SmallCountReasons(table, group.Threshold, own, counts), closedAbove?.Reason, own, counts);
        return pattern;
    }

    /// <summary>
    /// Who is closed for somebody stays closed while that small count stands: if another took its place from one answer to the
    /// next, the two answers laid side by side would show them both.
    /// </summary>
    private static ImmutableDictionary<OrgUnitId, (Closure Closure, ImmutableHashSet<OrgUnitId> For)> Keep(
        YearPattern? before, ImmutableHashSet<OrgUnitId> small) =>
        (before ?? YearPattern.Open).Complements
            .Select(complement => (complement.Key, complement.Value.Closure, For: complement.Value.For.Intersect(small)))
            .Where(complement => !complement.For.IsEmpty)
            .ToImmutableDictionary(complement => complement.Key, complement => (complement.Closure, complement.For));

    private static ImmutableDictionary<OrgUnitId, (Closure Closure, ImmutableHashSet<OrgUnitId> For)> ComplementsIn(
        YearTable table,
        Closure[] needed,
        IReadOnlyList<OrgUnitId> children,
        ImmutableDictionary<OrgUnitId, (Closure Closure, ImmutableHashSet<OrgUnitId> For)> kept,
        ImmutableHashSet<OrgUnitId> small)
    {
        for (var child = 0; child < children.Count; child++)
        {
            var closure = table.Closures[child];
            if (closure > needed[child] && closure > kept.GetValueOrDefault(children[child]).Closure)
                kept = kept.SetItem(children[child], (closure, small));
        }

        return kept;
    }

    private static void Close(
        YearPattern pattern, YearTable table, ReleaseScope now, SmallCountReasons reasons, Suppression? reasonAbove, YearCounts own, IReadOnlyList<YearCounts> children)
    {
        for (var child = 0; child < children.Count; child++)
        {
            if (table.Closures[child] != Closure.Open)
                pattern.Close(now.Children[child], new Closed(table.Closures[child], reasons.OfChild(child)), children[child]);
        }

        if (table.OwnClosure != Closure.Open)
            pattern.Close(now.Unit, new Closed(table.OwnClosure, reasonAbove ?? reasons.OfOwn()), own);
    }

    /// <summary>Closes what is closed in a group that decides about this one.</summary>
    private static void CloseWith(YearTable table, CountGroup group, CountGroup other, YearPattern pattern, ReleaseScope now)
    {
        for (var child = 0; child < now.Children.Count; child++)
            table.Close(child, ClosureFor(now.Children[child]));
        table.CloseOwn(ClosureFor(now.Unit));

        Closure ClosureFor(OrgUnitId unit)
        {
            var closure = pattern.Of(unit).Closure;
            if (closure == Closure.Open)
                return Closure.Open;
            return pattern.LacksRoom ? closure : group.GivesAway(other) ? Closure.WithinYear : Closure.Open;
        }
    }

    /// <summary>Those below the line of a share and not above it, of the share that leaves the fewest; null where none is known.</summary>
    private decimal? RoomOf(CountGroup group, YearCounts counts, MeasureKey key, Func<CountGroup, YearCounts> find)
    {
        decimal? least = null;
        foreach (var (above, below) in group.Shares)
        {
            if (!counts.TryFind(key with { Code = above }, out var part) || groups.Find(below) is not { } wholes)
                continue;
            if (find(wholes).TryFind(key with { Code = below }, out var whole) && whole >= part && (least is null || whole - part < least))
                least = whole - part;
        }

        return least;
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
