namespace EduAnalytics.Plots.Tests;

public class BandTests
{
    [Fact]
    public void The_axis_has_room_for_the_band()
    {
        var plot = PlotRenderer.Render(Specs.Lines(Specs.Series("a", 48, 49)) with
        {
            Band = new LineBand("其他区县", [new BandEdge(10, 90), new BandEdge(20, 95)]),
        });

        // With no more than the line's own two values it would end at 50.
        Assert.Contains("80", new SvgReading(plot).Texts);
    }

    [Fact]
    public void The_band_has_a_gap_where_nothing_is_known()
    {
        BandEdge? edge = new BandEdge(1, 9);

        int Areas(params BandEdge?[] edges) => new SvgReading(PlotRenderer.Render(
            Specs.Lines(Specs.Series("a", 1, 2, 3, 4)) with { Band = new LineBand("其他区县", [.. edges]) }))
            .Filled(EduAnalytics.Plots.Colours.ThemeColours.Of(PlotTheme.Light).Band).Count;

        // One more is the sign in the key.
        Assert.Equal(3 + 1, Areas(edge, edge, edge, edge));
        Assert.Equal(2 + 1, Areas(edge, edge, null, edge));
        Assert.Equal(0 + 1, Areas(null, null, null, null));
    }

    [Fact]
    public void The_table_names_both_edges() => Assert.Equal(
        [["a", "5.0"], ["其他区县 (最低)", "1.0"], ["其他区县 (最高)", "9.0"]],
        (Specs.Lines(Specs.Series("a", 5)) with { Band = new LineBand("其他区县", [new BandEdge(1, 9)]) }).Table().Rows);
}
