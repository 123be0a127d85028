using System.Collections.Immutable;

namespace EduAnalytics.Domain.Breakdowns;

/// <summary>A unit's counts by grade and sex.</summary>
/// <param name="Cells">In order of grade and sex; empty where the unit has none to show.</param>
/// <param name="AddsUp">
/// True where they are part of the unit above's, as the unit's numerator and denominator are: a school that owes monthly
/// reports shows its dropouts, and is no part of its district's rate.
/// </param>
public sealed record UnitBreakdown(ImmutableArray<CellCounts> Cells, bool AddsUp)
{
    public static readonly UnitBreakdown None = new([], false);

    /// <summary>The unit above's.</summary>
    public static UnitBreakdown Sum(IEnumerable<UnitBreakdown> parts)
    {
        var cells = parts.Where(part => part.AddsUp)
            .SelectMany(part => part.Cells)
            .GroupBy(counts => counts.Cell, counts => counts.Counts)
            .Select(group => new CellCounts(group.Key, group.Aggregate(Add)));
        var ordered = InOrder(cells);
        return new UnitBreakdown(ordered, ordered.Length > 0);
    }

    internal static ImmutableArray<CellCounts> InOrder(IEnumerable<CellCounts> cells) =>
        [.. cells.OrderBy(counts => counts.Cell.Grade ?? int.MaxValue).ThenBy(counts => (int?)counts.Cell.Sex ?? int.MaxValue)];

    private static ImmutableArray<int> Add(ImmutableArray<int> one, ImmutableArray<int> other) =>
        [.. one.Zip(other, (a, b) => a + b)];
}
