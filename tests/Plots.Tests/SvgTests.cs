using System.Xml.Linq;

namespace EduAnalytics.Plots.Tests;

public class SvgTests
{
    public static TheoryData<PlotSpec> Kinds() =>
    [
        Specs.Crowd(8, 7, 900),
        Specs.Ranking(new RankingRow("a", "南山区", 3.4m, RowStatus.Missed, "−1.0") { Synthetic = true }),
        Specs.Sparkline(1, 2, null, 3),
    ];

    [Theory, MemberData(nameof(Kinds))]
    public void A_plot_scales_with_its_place(PlotSpec spec)
    {
        var plot = PlotRenderer.Render(spec);

        var root = new SvgReading(plot).Root;
        Assert.Equal($"0 0 {plot.Width} {plot.Height}", (string?)root.Attribute("viewBox"));
        Assert.Equal($"{plot.Width}", (string?)root.Attribute("width"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_plot_has_a_name_for_a_screen_reader(PlotSpec spec)
    {
        var svg = new SvgReading(PlotRenderer.Render(spec with { Description = "Three years & a gap." }));

        Assert.Equal("img", (string?)svg.Root.Attribute("role"));
        Assert.Equal(spec.Title, svg.Child("title")!.Value);
        Assert.Equal((string?)svg.Root.Attribute("aria-labelledby"), (string?)svg.Child("title")!.Attribute("id"));
        Assert.Equal("Three years & a gap.", svg.Child("desc")!.Value);
        Assert.Equal((string?)svg.Root.Attribute("aria-describedby"), (string?)svg.Child("desc")!.Attribute("id"));
    }

    [Fact]
    public void Text_names_the_fonts_of_every_system()
    {
        var svg = new SvgReading(PlotRenderer.Render(Specs.Crowd(3, 7, 900)));

        Assert.NotEmpty(svg.TextElements);
        Assert.All(svg.TextElements, text => Assert.Equal(
            "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif",
            (string?)text.Parent!.Attribute("font-family")));
    }

    [Fact]
    public void Text_stays_text_also_where_the_server_has_no_glyph_for_it()
    {
        var spec = Specs.Lines(Specs.Series("a", 1, 2) with { Name = "𠮷野 ‱ 🏫" });

        Assert.Contains("𠮷野 ‱ 🏫 2.0", new SvgReading(PlotRenderer.Render(spec)).Texts);
    }

    [Fact]
    public void A_name_cannot_break_out_of_the_document()
    {
        var name = "</text><script>alert(1)</script>\u0001\ud800&";

        var svg = new SvgReading(PlotRenderer.Render(
            Specs.Lines(Specs.Series("a", 1) with { Name = name }) with { Title = name, Description = name }));

        Assert.False(svg.Has("script"));
        Assert.StartsWith("</text><script>alert(1)</script>", svg.Child("title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Plots_on_one_page_share_no_id()
    {
        PlotSpec[] specs =
        [
            Specs.Crowd(3, 7, 900), Specs.Crowd(8, 7, 900), Specs.Crowd(8, 7, 358),
            Specs.Crowd(8, 7, 358) with { IdPrefix = "again" }, Specs.Sparkline(1, 2), Specs.Sparkline(1, 3),
        ];

        var ids = specs.SelectMany(spec => new SvgReading(PlotRenderer.Render(spec with { Description = "d" })).Root
            .DescendantsAndSelf().Attributes("id").Select(id => id.Value)).ToList();

        Assert.Equal(specs.Length * 2, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Equal_specifications_draw_the_same_bytes() =>
        Assert.Equal(
            PlotRenderer.Render(Specs.Crowd(8, 7, 900)).Svg, PlotRenderer.Render(Specs.Crowd(8, 7, 900)).Svg);

    [Fact]
    public void A_dashed_line_is_one_line_and_not_a_polygon_a_dash()
    {
        var plot = PlotRenderer.Render(Specs.Lines(Specs.Series("a", 1, 2, 3) with { Synthetic = true }));

        var line = Assert.Single(
            new SvgReading(plot).Strokes(plot.Marks[0].Colour), path => path.Attribute("stroke-dasharray") is not null
                && (string?)path.Attribute("stroke-width") == "2");
        Assert.Equal("6 4", (string?)line.Attribute("stroke-dasharray"));
    }

    [Fact]
    public void A_transparent_plot_paints_no_background()
    {
        var spec = Specs.Sparkline(1, 2, 3);

        Assert.True(PaintsBackground(spec));
        Assert.False(PaintsBackground(spec with { Transparent = true }));
    }

    private static bool PaintsBackground(PlotSpec spec) =>
        new SvgReading(PlotRenderer.Render(spec)).Root.Elements().Any(element =>
            element.Name.LocalName == "rect" && (string?)element.Attribute("width") == $"{spec.Width}");
}
