using EduAnalytics.Plots.Lines;

namespace EduAnalytics.Plots.Tests;

public class LineGapTests
{
    [Fact]
    public void A_missing_value_ends_the_line() =>
        Assert.Equal([(0, 1), (3, 4)], LineRuns.Of(Specs.Series("a", 1, 2, null, 3, 4).Points));

    [Fact]
    public void A_half_year_is_joined_to_neither_neighbour() =>
        Assert.Equal([(0, 1), (3, 4)], LineRuns.Of([new(1), new(2), new(1.2m, Joined: false), new(3), new(4)]));

    [Fact]
    public void A_lone_value_has_no_line() =>
        Assert.Empty(LineRuns.Of(Specs.Series("a", null, 2, null).Points));

    [Fact]
    public void The_drawn_line_stops_at_the_gap_and_starts_again_behind_it()
    {
        var spec = Specs.Lines(Specs.Series("a", 10, 20, null, 30, 40) with { ColourIndex = 0 }) with { Width = 600 };

        var plot = PlotRenderer.Render(spec);

        var lines = new SvgReading(plot).Strokes(plot.Marks[0].Colour)
            .Where(path => (string?)path.Attribute("stroke-width") == "2").ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(1, line.Attribute("d")!.Value.Count(c => c == 'L')));
    }

    [Fact]
    public void A_value_no_line_reaches_still_has_its_mark()
    {
        var plot = PlotRenderer.Render(Specs.Lines(
            new LineSeries("a", "南山区", [new(62171886.03m), new(33831834.88m, PointBasis.Reported, Joined: false)])));

        Assert.Equal(["2019", "2020"], plot.Marks.Select(mark => mark.Period));
    }

    [Fact]
    public void A_series_without_any_value_is_listed_as_such()
    {
        var plot = PlotRenderer.Render(Specs.Lines(Specs.Series("绥滨县", null, null), Specs.Series("b", 1, 2)));

        Assert.Contains("绥滨县 – 无数据", new SvgReading(plot).Texts);
    }

    [Fact]
    public void A_plot_without_any_value_says_so()
    {
        var plot = PlotRenderer.Render(Specs.Lines());

        Assert.Contains("无数据", new SvgReading(plot).Texts);
        Assert.Empty(plot.Marks);
    }
}
