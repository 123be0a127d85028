using SkiaSharp;

namespace EduAnalytics.Plots.Tests;

public class PngTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_png_has_the_size_asked_for(int scale)
    {
        var spec = Specs.Crowd(3, 7, 358);

        using var image = SKBitmap.Decode(PlotRenderer.RenderPng(spec, scale));

        Assert.Equal((358 * scale, 320 * scale), (image.Width, image.Height));
    }

    [Fact]
    public void Chinese_is_drawn_and_not_as_boxes()
    {
        Assert.True(PlotFonts.Check().DrawsChinese, "Install a CJK font (Debian: fonts-noto-cjk).");

        // Boxes would all look the same.
        Assert.NotEqual(Titled("南南南南"), Titled("鹤鹤鹤鹤"));
    }

    [Fact]
    public void A_font_in_use_has_a_name() => Assert.NotEmpty(PlotFonts.Check().Family);

    [Fact]
    public void A_transparent_png_is_clear_where_nothing_is_drawn()
    {
        using var image = SKBitmap.Decode(PlotRenderer.RenderPng(Specs.Sparkline(1, 2) with { Transparent = true }));

        Assert.Equal(0, image.GetPixel(0, 0).Alpha);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_scale_out_of_bounds_is_refused(int scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PlotRenderer.RenderPng(Specs.Sparkline(1, 2), scale));

    private static byte[] Titled(string title) => PlotRenderer.RenderPng(Specs.Lines() with { Title = title });
}
