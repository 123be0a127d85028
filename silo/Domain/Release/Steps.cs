using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// A unit's totals of one group and year as readers were shown them last. The step from an answer that a reader kept to the
/// next one is what came in between; where that is of withheld counts, and of one school or of few students, the total is
/// withheld until more came.
/// </summary>
/// <remarks>Not stored: after a restart each total is shown as it stands.</remarks>
internal sealed class Steps(int threshold)
{
    private readonly Dictionary<MeasureKey, Answer> shown = [];
    private readonly Dictionary<OrgUnitId, YearCounts?[]> seen = [];

    /// <summary>True once withheld counts moved: what was said before of a count is beside what is said now.</summary>
    public bool Moved { get; private set; }

    /// <summary>
    /// Closes the unit itself where its totals' steps would tell too much, and remembers what is shown of the rest.
    /// </summary>
    /// <param name="isHeld">Whether a child withholds its own total of a cell for its step, whatever the table says.</param>
    /// <param name="isShown">False where no reader is shown the unit's own totals now: what its children hold back is not known.</param>
    /// <returns>How far the unit is closed for its steps.</returns>
    public Closure Take(
        YearTable table, IReadOnlyList<OrgUnitId> children, IReadOnlyList<YearCounts> counts, YearCounts own, Func<int, MeasureKey, bool> isHeld, bool isShown)
    {
        var answer = new Answer([.. children], counts, [.. table.Closures]);
        var held = Closure.Open;
        foreach (var key in own.All.Keys)
        {
            if (!table.IsOwnWithheld(key) && !IsSafe(key, shown.GetValueOrDefault(key), answer, isHeld) && own.WithheldFrom(key) > held)
                held = own.WithheldFrom(key);
        }

        table.CloseOwn(held);
        foreach (var key in own.All.Keys)
        {
            if (isShown && !table.IsOwnWithheld(key))
                shown[key] = answer;
        }

        for (var child = 0; child < children.Count; child++)
        {
            if (table.Closures[child] != Closure.Whole)
                SeenOf(children[child])[(int)table.Closures[child]] = counts[child];
        }

        return held;
    }

    /// <summary>Whether a count was shown before, and has not changed since: withholding it hides nothing.</summary>
    public bool WasSeen(OrgUnitId unit, MeasureKey key, decimal count)
    {
        foreach (var (closure, counts) in SeenOf(unit).Index())
        {
            if (counts is not null && counts.TryFind(key, out var known) && known == count && (Closure)closure < counts.WithheldFrom(key))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a child's counts, hidden beside others in a total that was shown, would tell those of then if they were shown
    /// now: they are as they were, or nearly.
    /// </summary>
    public bool Covers(OrgUnitId unit, YearCounts now) => now.All.Any(pair =>
        shown.TryGetValue(pair.Key, out var then)
        && then.PlaceOf(unit, 0) is >= 0 and var place
        && then.IsHidden(place, pair.Key)
        && Math.Abs(then.CountOf(place, pair.Key) - pair.Value) < threshold
        && then.HidesOther(place, pair.Key));

    /// <summary>
    /// The unknown parts of the total must be of more than one child, and be as many students as the threshold; a child that
    /// holds back its own total must not be what is left of this one. And if withheld counts moved, so many must have that each
    /// could have stood still, or moved by as much as the threshold, twice over: what else the reader knows of them is not
    /// looked at here.
    /// </summary>
    private bool IsSafe(MeasureKey key, Answer? before, Answer now, Func<int, MeasureKey, bool> isHeld)
    {
        var (hidden, sum, mostHeld, holds) = (0, 0m, 0m, false);
        var (moved, movedHidden, step, mostStep) = (false, 0, 0m, 0m);
        for (var child = 0; child < now.Children.Length; child++)
        {
            var unit = now.Children[child];
            var place = before?.PlaceOf(unit, child) ?? -1;
            var wasOpen = place < 0 || before!.Closures[place] == Closure.Open;

            // Most children are shown and were: of those there is nothing to look up.
            if (wasOpen && now.Closures[child] == Closure.Open && !isHeld(child, key))
                continue;
            var count = now.CountOf(child, key);
            var isHidden = now.IsHidden(child, key) && !WasSeen(unit, key, count);
            if (isHeld(child, key))
                (holds, isHidden, mostHeld) = (true, true, Math.Max(mostHeld, count));
            if (isHidden)
                (hidden, sum) = (hidden + 1, sum + count);
            if (before is null)
                continue;
            var then = place < 0 ? 0 : before.CountOf(place, key);
            if (then == count || !(isHidden || (place >= 0 && before.IsHidden(place, key))))
                continue;
            moved = Moved = true;
            if (!isHidden)
                continue;
            var part = Math.Min(Math.Abs(count), Math.Abs(count - then));
            (movedHidden, step, mostStep) = (movedHidden + 1, step + part, Math.Max(mostStep, part));
        }

        return (sum == 0 || (hidden > 1 && sum >= threshold))
            && (!holds || (moved && sum - mostHeld >= threshold))
            && (!moved || (movedHidden > 2 && step - mostStep >= 2 * threshold));
    }

    private YearCounts?[] SeenOf(OrgUnitId unit)
    {
        if (!seen.TryGetValue(unit, out var found))
            seen.Add(unit, found = new YearCounts?[(int)Closure.Whole]);
        return found;
    }

    /// <summary>The counts of all children at one answer, and how far each of them was closed.</summary>
    private sealed record Answer(ImmutableArray<OrgUnitId> Children, IReadOnlyList<YearCounts> Counts, ImmutableArray<Closure> Closures)
    {
        /// <param name="likely">Where the child stands today, which is where it stood unless units came or went.</param>
        public int PlaceOf(OrgUnitId child, int likely) =>
            likely < Children.Length && Children[likely] == child ? likely : Children.IndexOf(child);

        public decimal CountOf(int place, MeasureKey key) => Counts[place].TryFind(key, out var count) ? count : 0;

        public bool HidesOther(int place, MeasureKey key)
        {
            for (var other = 0; other < Children.Length; other++)
            {
                if (other != place && CountOf(other, key) != 0 && IsHidden(other, key))
                    return true;
            }

            return false;
        }

        public bool IsHidden(int place, MeasureKey key) => Closures[place] >= Counts[place].WithheldFrom(key);
    }
}
