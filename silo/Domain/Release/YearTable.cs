using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// The counts of one group that end in one year, of a unit and its children, and how far each of them is closed. What makes
/// it safe: the closed children could exchange students of whom nothing is shown, so that every small count could as well be
/// nought, or as much as the threshold, while all that is shown stays as it is.
/// </summary>
/// <param name="children">In the tree's order, from which complements are chosen, since it does not change with the counts.</param>
internal sealed class YearTable(CountGroup group, YearCounts own, IReadOnlyList<YearCounts> children)
{
    private readonly int threshold = group.Threshold;
    private readonly Closure[] closures = new Closure[children.Count];

    /// <summary>True over districts, which are closed no further than they must; a school with a small count is closed whole.</summary>
    public bool Stepwise { get; init; }

    /// <summary>How many more a child could have in a cell while the denominators shown beside it stay; null for any number.</summary>
    public Func<int, MeasureKey, decimal?> RoomOf { get; init; } = (_, _) => null;

    /// <summary>Whether readers know a child's count from an earlier answer: withheld or not, it hides nothing.</summary>
    public Func<int, MeasureKey, bool> IsKnown { get; init; } = (_, _) => false;

    /// <summary>True where nothing stands above the unit, so that its own counts can be withheld for its children's sake.</summary>
    public bool OwnIsFree { get; init; }

    public Closure OwnClosure { get; private set; }

    public IReadOnlyList<Closure> Closures => closures;

    /// <summary>Closes a child at least so far.</summary>
    public void Close(int child, Closure closure) => closures[child] = Further(closures[child], closure);

    public void CloseOwn(Closure closure) => OwnClosure = Further(OwnClosure, closure);

    /// <summary>Closes what is small, of the children and of the unit itself.</summary>
    /// <returns>False where nothing is.</returns>
    public bool CloseSmall()
    {
        for (var child = 0; child < children.Count; child++)
        {
            foreach (var (key, count) in children[child].All)
            {
                if (IsSmall(count))
                    Close(child, ToWithhold(child, key));
            }
        }

        // The unit above says so too, once it has heard of the count.
        foreach (var (key, count) in own.All)
        {
            if (IsSmall(count))
                CloseOwn(own.WithheldFrom(key));
        }

        return OwnClosure != Closure.Open || closures.Any(closure => closure != Closure.Open);
    }

    /// <summary>
    /// True where the children that are closed have too little room, so that the denominators must be withheld beside them.
    /// </summary>
    public bool LacksRoom { get; private set; }

    /// <summary>Closes more children, and at last the unit itself, until no small count can be had by subtraction.</summary>
    public void CloseComplements()
    {
        bool closedMore;
        do
        {
            closedMore = false;
            foreach (var key in KeysAtStake())
                closedMore |= CloseForSum(key) || CloseForRoom(key);
            if (Stepwise)
                closedMore |= CloseForExchange();
        }
        while (closedMore);
    }

    public bool IsSmall(decimal count) => count != 0 && Math.Abs(count) < threshold;

    public bool HasSmall(int child) => children[child].All.Values.Any(IsSmall);

    public bool HasSmallOwn => own.All.Any(pair => IsSmall(pair.Value) && IsOwnWithheld(pair.Key));

    public bool IsWithheld(int child, MeasureKey key) => closures[child] >= children[child].WithheldFrom(key) && !IsKnown(child, key);

    public bool IsOwnWithheld(MeasureKey key) => OwnClosure >= own.WithheldFrom(key);

    /// <summary>Cells of which a small count is withheld, or the total, in an order that does not depend on the counts.</summary>
    public List<MeasureKey> KeysAtStake()
    {
        var keys = new HashSet<MeasureKey>();
        for (var child = 0; child < children.Count; child++)
        {
            if (closures[child] == Closure.Open)
                continue;
            keys.UnionWith(children[child].All.Where(pair => IsSmall(pair.Value) && IsWithheld(child, pair.Key)).Select(pair => pair.Key));
        }

        if (OwnClosure != Closure.Open)
            keys.UnionWith(own.All.Keys.Where(IsOwnWithheld));
        return [.. keys.OrderBy(key => key.Period.Start).ThenByDescending(key => key.Period.End).ThenBy(key => key.Stage).ThenBy(key => key.Code, StringComparer.Ordinal)];
    }

    private static Closure Further(Closure one, Closure other) => one > other ? one : other;

    private Closure ToWithhold(int child, MeasureKey key) => Stepwise ? children[child].WithheldFrom(key) : Closure.Whole;

    /// <summary>
    /// What is withheld of a cell must add up to the threshold: then each of it could be anything from nought to that. Where
    /// the total is withheld too, it must be able to move as far as the table above relies on.
    /// </summary>
    private bool CloseForSum(MeasureKey key)
    {
        var (sum, withheld, small) = (0m, 0, -1);
        for (var child = 0; child < children.Count; child++)
        {
            if (!children[child].TryFind(key, out var count) || !IsWithheld(child, key))
                continue;
            sum += Math.Max(count, 0);
            withheld++;
            if (small < 0 && IsSmall(count))
                small = child;
        }

        if (!own.TryFind(key, out var total))
            return false;
        var ownWithheld = IsOwnWithheld(key);
        var needed = ownWithheld ? Math.Min(threshold, Math.Max(total, 0)) : small >= 0 ? threshold : 0;
        if (sum >= needed && (withheld > 0 || !ownWithheld))
            return false;
        return CloseNext(small, key, (_, count) => count > 0)
            || (withheld == 0 && CloseNext(small, key, (_, _) => true))
            || (OwnIsFree && TryCloseOwn(key));
    }

    /// <summary>
    /// A small count could be nought only if the others could have it too. Where nearly all who were tested passed, few more
    /// could have.
    /// </summary>
    private bool CloseForRoom(MeasureKey key)
    {
        if (!own.TryFind(key, out var total) || (IsOwnWithheld(key) && total < threshold))
            return false;
        for (var child = 0; child < children.Count; child++)
        {
            if (!children[child].TryFind(key, out var count) || !IsSmall(count) || !IsWithheld(child, key) || HaveOthersRoom(child, key, count))
                continue;
            if (CloseNext(child, key, (other, _) => HasRoom(other, key, count)) || (OwnIsFree && TryCloseOwn(key)))
                return true;
            LacksRoom = true;
        }

        return false;
    }

    private bool HaveOthersRoom(int child, MeasureKey key, decimal needed)
    {
        var room = 0m;
        for (var other = 0; other < children.Count && room < needed; other++)
        {
            if (other != child && children[other].TryFind(key, out _) && IsWithheld(other, key))
                room += RoomOf(other, key) ?? needed;
        }

        return room >= needed;
    }

    private bool HasRoom(int child, MeasureKey key, decimal needed) => (RoomOf(child, key) ?? needed) >= needed;

    /// <summary>What is left to exchange must be enough for every small count, whatever the sums that are shown beside it.</summary>
    private bool CloseForExchange()
    {
        var closedMore = false;
        foreach (var grid in YearGrid.In(children.SelectMany(child => child.All.Keys), group.IsStanding))
        {
            var bound = grid.Bound(this, own, children, threshold, RoomOrAny).Take(1).ToList();
            if (bound is not [var (child, key)])
                continue;
            if (!LacksRoom && !grid.Bound(this, own, children, threshold, (_, _) => null).Any())
                closedMore = LacksRoom = true;
            else
                closedMore |= CloseBeside(child, key) || CloseBeside(child, grid.Whole);
        }

        return closedMore;
    }

    private decimal? RoomOrAny(int child, MeasureKey key) => LacksRoom ? null : RoomOf(child, key);

    private bool CloseBeside(int child, MeasureKey key) =>
        CloseNext(child, key, (_, count) => count > 0) || CloseNext(child, key, (_, _) => true) || (OwnIsFree && own.TryFind(key, out _) && TryCloseOwn(key));

    /// <summary>
    /// Closes the next child, in the order of the tree and round, whose count is shown and will do; rather one that need not be
    /// closed whole for it.
    /// </summary>
    private bool CloseNext(int after, MeasureKey key, Func<int, decimal, bool> willDo)
    {
        var best = -1;
        for (var step = 1; step <= children.Count; step++)
        {
            var child = (after + step) % children.Count;
            if (!children[child].TryFind(key, out var count) || IsWithheld(child, key) || IsKnown(child, key) || !willDo(child, count))
                continue;
            if (best < 0 || ToWithhold(child, key) < ToWithhold(best, key))
                best = child;
        }

        if (best >= 0)
            Close(best, ToWithhold(best, key));
        return best >= 0;
    }

    private bool TryCloseOwn(MeasureKey key)
    {
        if (IsOwnWithheld(key))
            return false;
        CloseOwn(own.WithheldFrom(key));
        return true;
    }
}
