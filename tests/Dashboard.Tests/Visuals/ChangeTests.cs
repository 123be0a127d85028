using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Visuals;
using EduAnalytics.Plots;
using static EduAnalytics.Dashboard.Tests.Visuals.MadeComparison;

namespace EduAnalytics.Dashboard.Tests.Visuals;

public sealed class ChangeTests
{
    [Fact]
    public void The_parts_of_a_rates_change_add_up_to_it_exactly()
    {
        var compared = Of(
            Rate,
            Unit("a", Counted("2023", 7, 1_000), Counted("2024", 3, 1_300)),
            Unit("b", Counted("2023", 1, 900), Counted("2024", 5, 333)),
            Unit("c", Counted("2023", 0, 70), Counted("2024", 0, 71)));

        var parts = ChangeParts.Of(compared, new TwoPeriods("2023", "2024"))!;

        Assert.Equal(8m / 1_970 * 100, parts.Start);
        Assert.Equal(8m / 1_704 * 100, parts.End);
        Assert.Equal(parts.End - parts.Start, parts.Units.Sum(one => one.Amount) + parts.Shift!.Value, 12);
    }

    [Fact]
    public void Where_no_unit_changed_its_rate_all_of_the_change_is_the_shift()
    {
        var compared = Of(
            Rate,
            Unit("low", Counted("2023", 1, 100), Counted("2024", 1, 100)), Unit("high", Counted("2023", 10, 100), Counted("2024", 90, 900)));

        var parts = ChangeParts.Of(compared, new TwoPeriods("2023", "2024"))!;

        Assert.All(parts.Units, one => Assert.Equal(0, one.Amount));
        Assert.Equal(parts.End - parts.Start, parts.Shift!.Value, 12);
    }

    [Fact]
    public void A_unit_without_counts_in_both_periods_is_left_out_of_both_totals()
    {
        var compared = Of(Rate, Unit("a", Counted("2023", 4, 100), Counted("2024", 2, 100)), Unit("b", Stated("2023", 5), Counted("2024", 50, 100)));

        var spec = (WaterfallSpec)WaterfallPlot.Of(compared, Frame(compared)).Spec!;

        Assert.Equal((4m, 2m), (spec.Start.Value, spec.End.Value));
        Assert.Contains("1 个单位", spec.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_add_up_without_a_shift()
    {
        var compared = Of(Amount, Unit("a", Stated("2023", 10), Stated("2024", 13)), Unit("b", Stated("2023", 5), Stated("2024", 1)));

        var spec = (WaterfallSpec)WaterfallPlot.Of(compared, Frame(compared)).Spec!;

        Assert.Equal([("b", -4m), ("a", 3m)], spec.Steps.Select(step => (step.Id, step.Amount)));
        Assert.Equal((15m, 14m), (spec.Start.Value, spec.End.Value));
        Assert.True(spec.MoreIsBetter);
    }

    [Fact]
    public void Stated_rates_have_no_parts_and_that_is_said()
    {
        var compared = Of(Rate, Unit("a", Stated("2023", 4), Stated("2024", 2)));

        Assert.Contains("no numerators and denominators", WaterfallPlot.Of(compared, Frame(compared)).Obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_small_parts_are_one_step()
    {
        var compared = Of(Amount, [.. Enumerable.Range(1, 20).Select(i => Unit($"{i}", Stated("2023", 100), Stated("2024", 100 + i)))]);

        var steps = ((WaterfallSpec)WaterfallPlot.Of(compared, Frame(compared)).Spec!).Steps;

        Assert.Equal(13, steps.Count);
        Assert.Equal(("其余 8 个", 36m), (steps[^1].Name, steps[^1].Amount));
    }

    [Theory]
    [InlineData(Direction.LowerIsBetter, SlopeCourse.Worse)]
    [InlineData(Direction.HigherIsBetter, SlopeCourse.Better)]
    [InlineData(Direction.Neutral, SlopeCourse.Level)]
    public void Whether_a_rise_is_better_is_the_indicators(Direction direction, SlopeCourse course)
    {
        var compared = Of(Rate with { Direction = direction }, Unit("a", Stated("2023", 4), Stated("2024", 5)));

        var line = Assert.Single(((SlopeSpec)SlopePlot.Of(compared, Frame(compared)).Spec!).Lines);

        Assert.Equal((course, "+1.0"), (line.Course, line.Change));
    }

    [Fact]
    public void A_change_that_rounds_to_nothing_is_none()
    {
        var compared = Of(Rate, Unit("a", Stated("2023", 4), Stated("2024", 4.01m)));

        Assert.Equal(SlopeCourse.Level, ((SlopeSpec)SlopePlot.Of(compared, Frame(compared)).Spec!).Lines[0].Course);
    }

    [Fact]
    public void One_period_is_no_change_and_that_is_said()
    {
        var compared = Of(Rate, Unit("a", Stated("2023", null), Stated("2024", 4)));

        Assert.Equal(TwoPeriods.Missing, SlopePlot.Of(compared, Frame(compared)).Obstacle);
        Assert.Equal(TwoPeriods.Missing, WaterfallPlot.Of(compared, Frame(compared)).Obstacle);
    }
}
