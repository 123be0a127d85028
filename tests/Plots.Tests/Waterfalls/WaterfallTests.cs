using EduAnalytics.Plots.Tests.Scenes;

namespace EduAnalytics.Plots.Tests.Waterfalls;

public class WaterfallTests
{
    [Fact]
    public void Steps_that_do_not_lead_to_the_end_are_refused() => Assert.Contains(
        "The steps lead from 10 to 13 and not to 12",
        Assert.Throws<ArgumentException>(() => PlotRenderer.Render(Spec(10, 3) with { End = new WaterfallTotal("to", "后", 12) })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_step_begins_where_the_one_before_ended()
    {
        var marks = PlotRenderer.Render(Spec(10, 5, -3)).Marks;

        Assert.Equal(["10 人", "+5", "−3", "12 人"], marks.Select(mark => mark.ValueText));
        // A mark stands where its step ends, and the last step ends at the later total.
        Assert.Equal(marks[3].X, marks[2].X);
        Assert.True(marks[1].X > marks[2].X && marks[2].X > marks[0].X);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whether_a_rise_is_good_is_the_indicators(bool better)
    {
        var marks = PlotRenderer.Render(Spec(10, 5, -3) with { MoreIsBetter = better }).Marks;
        var met = EduAnalytics.Plots.Colours.ThemeColours.Of(PlotTheme.Light).Met;

        Assert.Equal(better, marks[1].Colour == met);
        Assert.Equal(!better, marks[2].Colour == met);
    }

    [Fact]
    public void Small_steps_of_a_large_total_are_seen_and_the_cut_axis_is_said()
    {
        var plot = PlotRenderer.Render(Spec(1_000_000, 900, -700));

        Assert.True(plot.Marks[1].X - plot.Marks[0].X > 50);
        Assert.Contains("横轴不从零开始", new SvgReading(plot).Texts);
        Assert.DoesNotContain("横轴不从零开始", new SvgReading(PlotRenderer.Render(Spec(10, 5))).Texts);
    }

    [Fact]
    public void The_table_holds_the_running_total() => Assert.Equal(
        [["2023年", "", "10 人"], ["s0", "+5", "15 人"], ["s1", "−3", "12 人"], ["2024年", "", "12 人"]], Spec(10, 5, -3).Table().Rows);

    private static WaterfallSpec Spec(decimal start, params decimal[] amounts)
    {
        var spec = (WaterfallSpec)Scene.Named("waterfall-empty").Of(new SceneLook(900));
        return spec with
        {
            Start = spec.Start with { Value = start },
            Steps = amounts.Select((amount, i) => new WaterfallStep($"s{i}", $"s{i}", amount)).ToValueList(),
            End = spec.End with { Value = start + amounts.Sum() },
        };
    }
}
