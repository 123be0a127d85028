namespace EduAnalytics.Plots.Tests;

public class SparklineTests
{
    [Fact]
    public void A_sparkline_has_a_mark_a_value_and_no_words()
    {
        var plot = PlotRenderer.Render(Specs.Sparkline(1, null, 3));

        Assert.Equal(["2019", "2021"], plot.Marks.Select(mark => mark.Period));
        Assert.All(plot.Marks, mark => Assert.True(plot.PlotArea.Contains(mark.X, mark.Y)));
        Assert.Empty(new SvgReading(plot).Texts);
    }

    [Fact]
    public void A_sparkline_of_nothing_is_an_empty_picture() =>
        Assert.Empty(PlotRenderer.Render(Specs.Sparkline(null, null)).Marks);

    [Fact]
    public void Equal_values_run_through_the_middle()
    {
        var plot = PlotRenderer.Render(Specs.Sparkline(2, 2, 2));

        Assert.All(plot.Marks, mark => Assert.Equal(plot.Height / 2.0, mark.Y));
    }
}
