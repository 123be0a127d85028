using EduAnalytics.Plots.Tests.Scenes;

namespace EduAnalytics.Plots.Tests.Funnels;

public class FunnelTests
{
    [Fact]
    public void The_same_rate_is_chance_in_a_small_unit_and_not_in_a_large_one()
    {
        var plot = PlotRenderer.Render(Spec(
            new FunnelPoint("rest", "其余", 500, 10_000), new FunnelPoint("small", "小", 2, 20), new FunnelPoint("large", "大", 200, 2_000)));

        Assert.Equal(["", "在 95% 控制限内", "超出 99.8% 控制限"], plot.Marks.Select(mark => mark.SeriesId == "rest" ? "" : mark.Note));
        Assert.Contains("大", new SvgReading(plot).Texts);
        Assert.DoesNotContain("小", new SvgReading(plot).Texts);
    }

    [Fact]
    public void The_common_rate_is_of_all_people_and_no_mean_of_rates()
    {
        var plot = PlotRenderer.Render(Spec(new FunnelPoint("a", "甲", 0, 900), new FunnelPoint("b", "乙", 50, 100)));

        Assert.Contains("合计 5.0%", new SvgReading(plot).Texts);
    }

    [Fact]
    public void A_mark_tells_the_counts_behind_the_rate() => Assert.Equal(
        "12.3% (1,230 ÷ 10,000)",
        Assert.Single(PlotRenderer.Render(Spec(new FunnelPoint("a", "甲", 1230, 10_000))).Marks).ValueText);

    [Fact]
    public void Units_with_too_few_people_are_counted_and_not_drawn()
    {
        var plot = PlotRenderer.Render(Spec(new FunnelPoint("a", "甲", 5, 100)) with { Withheld = 3 });

        Assert.Contains("另有 3 个单位人数过少，不予显示", new SvgReading(plot).Texts);
        Assert.Single(plot.Marks);
    }

    [Fact]
    public void A_highlighted_unit_is_named_wherever_it_lies() => Assert.Contains(
        "甲", new SvgReading(PlotRenderer.Render(Spec(new FunnelPoint("a", "甲", 5, 100) { Highlighted = true }))).Texts);

    [Theory]
    [InlineData(3, 0, "denominator 0")]
    [InlineData(3, 2.5, "denominator 2.5")]
    [InlineData(3, 2, "numerator 3 over 2")]
    [InlineData(-1, 2, "numerator -1 over 2")]
    public void Counts_that_cannot_be_are_refused(double numerator, double denominator, string reason) => Assert.Contains(
        reason,
        Assert.Throws<ArgumentException>(() => PlotRenderer.Render(Spec(new FunnelPoint("a", "甲", (decimal)numerator, (decimal)denominator)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Events_may_be_more_than_people() => Assert.Single(
        PlotRenderer.Render(Spec(new FunnelPoint("a", "甲", 3, 2)) with { Model = FunnelModel.Poisson }).Marks);

    [Fact]
    public void The_table_holds_counts_rate_and_limits()
    {
        var row = Spec(new FunnelPoint("a", "甲", 450, 1000)).Table().Rows[0];

        Assert.Equal(["甲", "450", "1,000", "45.0%", "40.1%", "49.8%", "在 95% 控制限内"], row);
    }

    private static FunnelSpec Spec(params FunnelPoint[] points) =>
        ((FunnelSpec)Scene.Named("funnel-empty").Of(new SceneLook(900))) with { Points = [.. points], Withheld = 0 };
}
