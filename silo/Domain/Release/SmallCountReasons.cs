using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// The reasons given for what one table withholds. They are told apart only where that tells a reader nothing: else a school
/// marked as a complement, known to hold no small count, would leave the small one beside it less room than it needs.
/// </summary>
internal sealed class SmallCountReasons
{
    private readonly YearTable table;
    private readonly int threshold;
    private readonly YearCounts own;
    private readonly IReadOnlyList<YearCounts> children;

    public SmallCountReasons(YearTable table, int threshold, YearCounts own, IReadOnlyList<YearCounts> children)
    {
        (this.table, this.threshold, this.own, this.children) = (table, threshold, own, children);
        ToldApart = table.OwnClosure == Closure.Open
            && table.Closures.All(closure => closure is Closure.Open or Closure.Whole)
            && table.KeysAtStake().All(LeavesRoom);
    }

    /// <summary>False where all that is withheld is said to be a small count.</summary>
    public bool ToldApart { get; set; }

    public Suppression OfChild(int child) => HasSmall(child) || !ToldApart ? Suppression.SmallCount : Suppression.Complementary;

    public Suppression OfOwn() =>
        !ToldApart || table.HasSmallOwn ? Suppression.SmallCount : Suppression.Complementary;

    private bool HasSmall(int child) => children[child].All.Any(pair => table.IsSmall(pair.Value) && table.IsWithheld(child, pair.Key));

    /// <summary>Whether each small count of a cell can be anything from one to below the threshold if the reasons are believed.</summary>
    private bool LeavesRoom(MeasureKey key)
    {
        var small = new List<decimal>();
        var (above, complements) = (0m, 0);
        for (var child = 0; child < children.Count; child++)
        {
            if (!children[child].TryFind(key, out var count) || !table.IsWithheld(child, key))
                continue;
            if (table.IsSmall(count))
            {
                small.Add(count);
            }
            else if (!HasSmall(child) && count >= threshold)
            {
                complements++;
                above += count - threshold;
            }
        }

        var most = threshold - 1;
        var sum = small.Sum();
        return small.All(count =>
            above + sum - count - (small.Count - 1) >= most - count
            && (complements > 0 || ((small.Count - 1) * most) - (sum - count) >= count - 1));
    }
}
