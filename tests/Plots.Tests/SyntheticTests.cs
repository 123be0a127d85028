namespace EduAnalytics.Plots.Tests;

public class SyntheticTests
{
    private static readonly LineSpec Mixed = Specs.Lines(
        Specs.Series("real", 10, 20, 30), Specs.Series("made", 40, 45, 50) with { Synthetic = true });

    [Fact]
    public void A_generated_line_is_dashed_and_a_real_one_is_not()
    {
        var plot = PlotRenderer.Render(Mixed);

        Assert.True(IsDashed(plot, "made"));
        Assert.False(IsDashed(plot, "real"));
    }

    [Fact]
    public void A_generated_line_has_hollow_markers()
    {
        var plot = PlotRenderer.Render(Mixed);

        Assert.Contains("white", Fills(plot, "made"));
        Assert.DoesNotContain("white", Fills(plot, "real"));
    }

    [Fact]
    public void A_generated_line_says_so_in_its_name_and_in_the_key()
    {
        var texts = new SvgReading(PlotRenderer.Render(Mixed)).Texts;

        Assert.Contains("made（演示） 50.0", texts);
        Assert.Contains("real 30.0", texts);
        Assert.Contains("演示数据", texts);
    }

    [Fact]
    public void A_name_that_is_shortened_keeps_the_mark()
    {
        var name = string.Concat(Enumerable.Repeat("经济技术开发区", 6));
        var spec = Specs.Lines(Specs.Series("a", 1, 2) with { Name = name, Synthetic = true });

        Assert.Contains(
            new SvgReading(PlotRenderer.Render(spec)).Texts,
            text => text.Contains('…', StringComparison.Ordinal) && text.EndsWith("（演示） 2.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(358)]
    [InlineData(900)]
    public void A_generated_row_is_dashed_and_named_so(int width)
    {
        var plot = PlotRenderer.Render(Specs.Ranking(
            new RankingRow("real", "南山区", 60), new RankingRow("made", "向阳区", 50) { Synthetic = true })
            with
        { Width = width });

        var svg = new SvgReading(plot);
        Assert.Contains("向阳区（演示）", svg.Texts);
        Assert.Contains("南山区", svg.Texts);
        Assert.Contains("演示数据", svg.Texts);
        // One outline in the row and one in the key.
        Assert.Equal(2, svg.Root.Elements().Count(element => element.Attribute("stroke-dasharray") is not null));
    }

    [Fact]
    public void A_mark_tells_whether_it_is_generated() =>
        Assert.Equal(
            [false, false, false, true, true, true], PlotRenderer.Render(Mixed).Marks.Select(mark => mark.Synthetic));

    private static string ColourOf(RenderedPlot plot, string id) =>
        plot.Marks.First(mark => mark.SeriesId == id).Colour;

    private static bool IsDashed(RenderedPlot plot, string id) => new SvgReading(plot).Strokes(ColourOf(plot, id))
        .Any(path => path.Attribute("stroke-dasharray") is not null);

    private static IEnumerable<string?> Fills(RenderedPlot plot, string id)
    {
        var circles = new SvgReading(plot).Root.Elements().Where(element => element.Name.LocalName == "ellipse").ToList();
        return circles.Zip(circles.Skip(1))
            .Where(pair => string.Equals(
                (string?)pair.Second.Attribute("stroke"), ColourOf(plot, id), StringComparison.OrdinalIgnoreCase))
            .Select(pair => (string?)pair.First.Attribute("fill"));
    }
}
