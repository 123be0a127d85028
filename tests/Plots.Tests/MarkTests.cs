using SkiaSharp;

namespace EduAnalytics.Plots.Tests;

public class MarkTests
{
    [Theory]
    [InlineData(1, 1, 358)]
    [InlineData(8, 7, 900)]
    [InlineData(30, 20, 900)]
    [InlineData(30, 20, 358)]
    public void Every_value_has_a_mark_inside_the_plot(int series, int periods, int width)
    {
        var spec = Specs.Crowd(series, periods, width);

        var plot = PlotRenderer.Render(spec);

        var expected = spec.Series.SelectMany(line => line.Points.Index()
            .Where(point => point.Item.Value is not null)
            .Select(point => (line.Id, point.Index, point.Item.Value)));
        Assert.Equal(expected, plot.Marks.Select(mark => (mark.SeriesId, mark.PeriodIndex, mark.Value)));
        Assert.All(plot.Marks, mark => Assert.True(plot.PlotArea.Contains(mark.X, mark.Y), mark.ToString()));
    }

    [Fact]
    public void Marks_of_neighbouring_periods_do_not_cover_each_other()
    {
        var plot = PlotRenderer.Render(Specs.Crowd(1, 20, 358));

        Assert.All(plot.Marks.Zip(plot.Marks.Skip(1)), pair => Assert.False(pair.First.Box.Overlaps(pair.Second.Box)));
    }

    [Fact]
    public void A_mark_lies_where_the_ink_is()
    {
        var spec = Specs.Lines(Specs.Series("230404", 3.4m, 48.8m, 12m));

        var plot = PlotRenderer.Render(spec);

        using var image = SKBitmap.Decode(PlotRenderer.RenderPng(spec));
        Assert.All(plot.Marks, mark => Assert.Equal(
            SKColor.Parse(mark.Colour), image.GetPixel((int)Math.Round(mark.X), (int)Math.Round(mark.Y))));
    }

    [Fact]
    public void A_mark_tells_the_value_in_full_with_its_unit()
    {
        var spec = Specs.Lines(Specs.Series("230404", 62171886.03m)) with { Unit = "元", Decimals = 2 };

        var mark = Assert.Single(PlotRenderer.Render(spec).Marks);

        Assert.Equal("62,171,886.03 元", mark.ValueText);
    }

    [Theory]
    [InlineData(3.4, 0, 100)]
    [InlineData(0, 0, 100)]
    [InlineData(100, 0, 100)]
    [InlineData(-5, 0, 100)]
    public void A_value_beyond_the_natural_bounds_is_still_shown(double value, int floor, int ceiling)
    {
        var spec = Specs.Lines(Specs.Series("a", (decimal)value)) with { Floor = floor, Ceiling = ceiling };

        var plot = PlotRenderer.Render(spec);

        var mark = Assert.Single(plot.Marks);
        Assert.True(plot.PlotArea.Contains(mark.X, mark.Y));
    }
}
