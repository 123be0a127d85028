using EduAnalytics.Domain.Fitness;

namespace EduAnalytics.Fitness.Tests;

/// <summary>What must hold of every table, whatever its numbers are.</summary>
public class TableTests
{
    private static readonly int[] ladder = [100, 95, 90, 85, 80, 78, 76, 74, 72, 70, 68, 66, 64, 62, 60, 50, 40, 30, 20, 10];

    [Fact]
    public void Every_item_of_every_grade_and_sex_has_a_table_and_no_table_is_idle()
    {
        var planned = Shipped.Students
            .SelectMany(of => Shipped.Standard.PlanFor(of.Grade, of.Sex).Select(weight => (weight.Item, of.Grade, of.Sex)))
            .Order();

        Assert.Equal(planned, Shipped.Tables.Select(of => (of.Item.Code, of.Table.Grade, of.Table.Sex)).Order());
        Assert.Equal(156, Shipped.Tables.Count);
    }

    [Fact]
    public void The_weights_of_every_grade_and_sex_sum_to_100() =>
        Assert.All(Shipped.Students, of => Assert.Equal(100, Shipped.Standard.PlanFor(of.Grade, of.Sex).Sum(weight => weight.Percent)));

    /// <summary>Every result that can be recorded is tried, about a quarter of a million.</summary>
    [Fact]
    public void A_better_result_never_scores_less_and_its_extra_points_neither() =>
        Assert.All(Shipped.Tables.Where(of => of.Item.Better != FitnessDirection.Between), of =>
        {
            var points = FromWorstToBest(of.Item).Select(value => Points(of.Item, of.Table, value)).ToList();
            Assert.Equal(points.Order(), points);
            Assert.Equal((0, true), (points[0], points[^1] >= 100));
        });

    [Fact]
    public void The_index_scores_most_in_one_range_and_less_on_either_side() =>
        Assert.All(Shipped.Tables.Where(of => of.Item.Better == FitnessDirection.Between), of =>
        {
            var runs = FromWorstToBest(of.Item).Select(of.Table.ScoreOf).Aggregate(
                new List<int>(), (seen, score) => seen is [.., var last] && last == score ? seen : [.. seen, score]);
            Assert.Equal([80, 100, 80, 60], runs);
        });

    [Fact]
    public void A_score_begins_at_its_bound_and_not_one_step_before_it() =>
        Assert.All(Shipped.Tables, of =>
        {
            var worse = (of.Item.Better == FitnessDirection.Lower ? 1 : -1) * Shipped.Grain(of.Item);
            var next = of.Item.Better == FitnessDirection.Between ? -1 : 1;
            for (var i = 0; i < of.Table.Steps.Length; i++)
            {
                var step = of.Table.Steps[i];
                var scoreBelow = of.Table.Steps.ElementAtOrDefault(i + next).Score;
                Assert.Equal((step.Score, scoreBelow), (of.Table.ScoreOf(step.Bound), of.Table.ScoreOf(step.Bound + worse)));
            }
        });

    [Fact]
    public void Every_column_has_the_standards_scores_except_where_whole_pull_ups_leave_cells_empty() =>
        Assert.All(Shipped.Tables.Where(of => of.Item.Better != FitnessDirection.Between), of =>
        {
            var scores = of.Table.Steps.Select(step => step.Score).ToList();
            if (of.Item.Code == "pull_ups")
                Assert.Subset(ladder.ToHashSet(), scores.ToHashSet());
            else
                Assert.Equal(ladder, scores);
        });

    /// <summary>The standard's authors went in even steps: a digit typed wrong that still falls in line would show here.</summary>
    [Theory]
    [InlineData(60, 80)]
    [InlineData(10, 60)]
    public void Between_two_band_limits_the_bounds_are_equally_far_apart(int from, int to) =>
        Assert.All(Shipped.Tables.Where(of => of.Table.Steps.Length == ladder.Length), of =>
        {
            var bounds = of.Table.Steps.Where(step => step.Score >= from && step.Score <= to).Select(step => step.Bound).ToList();
            Assert.Single(bounds.Zip(bounds.Skip(1), (better, worse) => worse - better).Distinct());
        });

    /// <summary>Children do not get weaker as they grow: a digit typed wrong would show here across the columns.</summary>
    [Theory]
    [InlineData("vital_capacity")]
    [InlineData("standing_long_jump")]
    [InlineData("pull_ups")]
    [InlineData("rope_skipping")]
    [InlineData("shuttle_run_50x8")]
    [InlineData("run_1000m")]
    public void A_higher_grade_never_asks_less(string code)
    {
        var item = Shipped.Standard.Find(code)!;

        Assert.All(item.Tables.Where(table => item.FindTable(table.Grade + 1, table.Sex) is not null), table =>
            Assert.All(FromWorstToBest(item), value =>
                Assert.True(item.FindTable(table.Grade + 1, table.Sex)!.ScoreOf(value) <= table.ScoreOf(value), $"{code} {table.Grade} {table.Sex} {value}")));
    }

    [Fact]
    public void Every_bound_can_be_recorded_and_lies_within_the_items_limits() =>
        Assert.All(Shipped.Tables, of => Assert.All(of.Table.Steps.Where(step => step.Bound > 0), step =>
        {
            Assert.Equal(step.Bound, decimal.Round(step.Bound, of.Item.Decimals));
            Assert.InRange(step.Bound, of.Item.Lowest, of.Item.Highest);
        }));

    private static int Points(FitnessItem item, FitnessTable table, decimal value) =>
        table.ScoreOf(value) + Shipped.Standard.ExtraFor(item.Code, table.Grade, table.Sex, table.Beyond(value));

    private static IEnumerable<decimal> FromWorstToBest(FitnessItem item)
    {
        var grain = Shipped.Grain(item);
        var rising = Enumerable.Range(0, (int)((item.Highest - item.Lowest) / grain) + 1).Select(n => item.Lowest + (n * grain));
        return item.Better == FitnessDirection.Lower ? rising.Reverse() : rising;
    }
}
