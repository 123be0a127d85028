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
    private readonly Dictionary<YearOfCounts, (long Version, Closed? Above, long Below, YearPattern Pattern)> patterns = [];
    private readonly Dictionary<YearOfCounts, Closed> above = [];
    private readonly Dictionary<(OrgUnitId Child, YearOfCounts Year), (long Version, Closure Held)> below = [];
    private Dictionary<YearOfCounts, Steps>? steps;
    private long heardBelow;
    private readonly Dictionary<OrgUnitId, (long Version, bool Without)> hadNoCase = [];
    private (long Version, ImmutableArray<YearOfCounts> Years)? dropoutYears;
    private (long Version, ImmutableArray<Closed> Above, Ledgers Ledgers)? ledgers;

    public CountGroups Groups => groups;

    /// <summary>How often the unit was told what its children hold back; what it withholds may be another after each time.</summary>
    public long HeardBelow => heardBelow;

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

    /// <summary>
    /// From now on the unit's totals are held back while the step from the one shown before would tell of a single child. What
    /// is read as of an instant of the past has no such order.
    /// </summary>
    public void FollowSteps() => steps ??= [];

    /// <summary>How far the unit's own totals are held back for their steps, in the order of the years.</summary>
    public ImmutableArray<Closure> HeldIn(ImmutableArray<YearOfCounts> years) => [.. years.Select(year => PatternOf(year).Held)];

    /// <summary>
    /// The children of which it is not known, as they stand, how far they hold back their totals. Until they are asked, and
    /// <see cref="HeedBelow"/> is told, a city's own marks are not to be relied on.
    /// </summary>
    public ImmutableArray<OrgUnitId> UnheardBelow(ImmutableArray<YearOfCounts> years)
    {
        var now = scope();
        return !now.OverDistricts || steps is null ? [] :
        [
            .. now.Children.Where(child => now.Find(child) is { } measures
                && years.Any(year => HeardOf(child, year, measures.Version) is null)),
        ];
    }

    /// <summary>Takes over how far a child, at a version of its row, holds back its totals.</summary>
    public void HeedBelow(OrgUnitId child, long version, ImmutableArray<YearOfCounts> years, ImmutableArray<Closure> held)
    {
        for (var i = 0; i < years.Length; i++)
            below[(child, years[i])] = (version, held[i]);
        heardBelow++;
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
        {
            return groups.Find(cell.Code) is { } group
                ? LedgersNow(group).WhyWithheld(unit, cell) ?? DropoutYears().Select(year => WhyHeld(unit, year, cell)).FirstOrDefault(why => why is not null)
                : null;
        }

        Suppression? reason = null;
        foreach (var year in YearsOf(cell))
        {
            if ((PatternOf(year).WhyWithheld(unit, cell) ?? WhyHeld(unit, year, cell)) is not { } why)
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
            var years = now.OwnKeys.Where(key => key.Code == MeasureCodes.DroppedOut).SelectMany(YearsOf).Distinct().OrderBy(year => year.Year);
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
        if (held.Pattern is not null && held.Version == now.Version && held.Above == closedAbove && held.Below == heardBelow)
            return held.Pattern;
        var pattern = Make(year, now, closedAbove, held.Pattern);
        patterns[year] = (now.Version, closedAbove, heardBelow, pattern);
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
            IsKnown = (child, key) => counts[child].TryFind(key, out var count) && StepsOf(year)?.WasSeen(children[child], key, count) == true,
            RoomOf = (child, key) => RoomOf(group, counts[child], key, below => CountsOf(children[child], year with { Group = below.Name }, now.Find)),
        };
        foreach (var other in groups.DecidingAbout(group))
            CloseWith(table, group, other, PatternOf(year with { Group = other.Name }), now);
        if (closedAbove is { } given)
            table.CloseOwn(given.Closure);
        if (!table.CloseSmall() && (steps is null || before is null || before.Complements.IsEmpty))
            return HeldBack(HoldBack(year, table, now, own, counts), now, own);
        var needed = table.Closures.ToArray();
        ImmutableHashSet<OrgUnitId> small = [.. children.Where((_, child) => table.HasSmall(child))];
        var kept = Keep(before, small, child => StepsOf(year)?.Covers(child, CountsOf(child, year, now.Find)) == true);
        for (var child = 0; child < children.Count; child++)
            table.Close(child, kept.GetValueOrDefault(children[child]).Closure);
        table.CloseComplements();
        var reasons = new SmallCountReasons(table, group.Threshold, own, counts);
        var held = HoldBack(year, table, now, own, counts);
        reasons.ToldApart &= StepsOf(year)?.Moved != true;
        var pattern = new YearPattern { LacksRoom = table.LacksRoom, Complements = ComplementsIn(table, needed, children, kept, small), Held = held };
        Close(pattern, table, now, reasons, closedAbove?.Reason, own, counts);
        return pattern;
    }

    private Steps? StepsOf(YearOfCounts year)
    {
        if (steps is not null && !steps.TryGetValue(year, out _))
            steps.Add(year, new Steps(groups.Find(year.Group)!.Threshold));
        return steps?[year];
    }

    private static YearPattern HeldBack(Closure held, ReleaseScope now, YearCounts own)
    {
        if (held == Closure.Open)
            return YearPattern.Open;
        var pattern = new YearPattern { Held = held };
        pattern.Close(now.Unit, new Closed(held, Suppression.SmallCount), own);
        return pattern;
    }

    /// <summary>Closes the unit itself as far as its totals' steps need, once all else is decided.</summary>
    private Closure HoldBack(YearOfCounts year, YearTable table, ReleaseScope now, YearCounts own, IReadOnlyList<YearCounts> counts)
    {
        var heard = now.Children.Select(child => now.OverDistricts && now.Find(child) is { } measures ? HeardOf(child, year, measures.Version) : Closure.Open).ToList();
        return StepsOf(year)?.Take(
            table, now.Children, counts, own, (child, key) => heard[child] is { } held && held != Closure.Open && held >= counts[child].WithheldFrom(key), heard.TrueForAll(held => held is not null))
            ?? Closure.Open;
    }

    /// <summary>How far a child holds back its totals at a version of its row; null where that is not known.</summary>
    private Closure? HeardOf(OrgUnitId child, YearOfCounts year, long version) =>
        below.TryGetValue((child, year), out var heard) && heard.Version == version ? heard.Held : null;

    /// <summary>
    /// What a child of a city holds back of its own totals for their steps the city withholds too where it speaks for the
    /// child; all of it while it does not know.
    /// </summary>
    private Suppression? WhyHeld(OrgUnitId unit, YearOfCounts year, MeasureKey cell)
    {
        var now = scope();
        if (!now.OverDistricts || steps is null || unit == now.Unit || now.Find(unit) is not { } measures)
            return null;
        if (HeardOf(unit, year, measures.Version) is not { } held)
            return Suppression.Complementary;
        return held != Closure.Open && (Ledgers.Hold(cell.Code) || held >= CountsOf(unit, year, now.Find).WithheldFrom(cell)) ? Suppression.SmallCount : null;
    }

    /// <summary>
    /// Who is closed for somebody stays closed while that small count stands: if another took its place from one answer to the
    /// next, the two answers laid side by side would show them both. And while what it hid in a total that was shown has not
    /// changed: shown now, it would tell what was small then.
    /// </summary>
    private static ImmutableDictionary<OrgUnitId, (Closure Closure, ImmutableHashSet<OrgUnitId> For)> Keep(
        YearPattern? before, ImmutableHashSet<OrgUnitId> small, Func<OrgUnitId, bool> covers) =>
        (before ?? YearPattern.Open).Complements
            .Select(complement => (complement.Key, complement.Value.Closure, For: complement.Value.For.Intersect(small)))
            .Where(complement => !complement.For.IsEmpty || covers(complement.Key))
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
            pattern.Close(now.Unit, new Closed(table.OwnClosure, table.HasSmallOwn || pattern.Held != Closure.Open ? Suppression.SmallCount : reasonAbove ?? reasons.OfOwn()), own);
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

    /// <summary>
    /// A unit's own counts of the cells that its children have; where nothing stands above it, of all it states too. To find
    /// what a district alone has stated all its cells would have to be gone through; the city knows.
    /// </summary>
    private YearCounts OwnCounts(YearOfCounts year, ReleaseScope now, IReadOnlyList<YearCounts> children)
    {
        var keys = children.SelectMany(child => child.All.Keys);
        if (now.OwnIsFree)
            keys = keys.Concat(now.OwnKeys.Where(key => key.Period.End.Year == year.Year && groups.Find(key.Code)?.Name == year.Group));
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
    private ImmutableArray<MeasureKey>? ownKeys;

    public OrgUnitId Unit => Own.Unit.Id;

    /// <summary>The unit's own cells, gone through once: they are those of all rows below it.</summary>
    public ImmutableArray<MeasureKey> OwnKeys => ownKeys ??= [.. Own.Keys];

    public bool OverDistricts => Own.Unit.Level == OrgUnitLevel.City;

    public bool OwnIsFree => Own.Unit.Parent is null;
}
