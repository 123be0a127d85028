using EduAnalytics.Plots.Tests.Scenes;
using SkiaSharp;

namespace EduAnalytics.Plots.Tests.Pictures;

/// <summary>
/// Each kind of plot in each theme, for a page's column and for a phone, as someone approved it; and what strains a layout,
/// something picked, thirty units over twenty years, long names, a single unit, no data, once for each width.
/// </summary>
public class PictureTests
{
    public static TheoryData<string, int, PlotTheme> Approved()
    {
        var pictures = new TheoryData<string, int, PlotTheme>();
        foreach (var scene in Scene.Usual)
            foreach (var width in new[] { 900, 358 })
                foreach (var theme in Enum.GetValues<PlotTheme>())
                    // Nobody prints what is laid out for a phone.
                    if (width > PlotSpec.CompactBelow || theme != PlotTheme.Print)
                        pictures.Add(scene.Name, width, theme);
        foreach (var scene in Scene.All.Except(Scene.Usual))
        {
            // Of fifteen thousand pixels' height nobody would look at the difference; thirty units by eight indicators do.
            if (scene.Name == "status-map-crowded")
                continue;
            pictures.Add(scene.Name, 900, PlotTheme.Light);
            pictures.Add(scene.Name, 358, PlotTheme.Dark);
        }

        return pictures;
    }

    [Theory, MemberData(nameof(Approved))]
    public void A_plot_looks_as_approved(string name, int width, PlotTheme theme)
    {
        Assert.True(
            PlotFonts.Check().Family == ApprovedPicture.Font,
            $"Approved pictures were drawn with {ApprovedPicture.Font}, here is {PlotFonts.Check().Family}: install fonts-noto-cjk.");
        // In the dark in English, so that both languages are looked at.
        var spec = Scene.Named(name).Of(new SceneLook(width, theme, English: theme == PlotTheme.Dark));

        Assert.Null(ApprovedPicture.Differs($"{name}-{width}-{theme}".ToLowerInvariant(), PlotRenderer.RenderPng(spec)));
    }

    public static TheoryData<string, PlotSpec> Broken()
    {
        var lines = Lines();
        return new()
        {
            { "a line is missing", lines with { Series = [.. lines.Series.Take(2)] } },
            { "a value is another", lines with { Series = [.. lines.Series.Take(2), LineScenes.Series("南山区", 2, 13.4m, null, 38, 40, 48, 49)] } },
            { "the target is missing", lines with { Target = null } },
            { "the band is missing", lines with { Band = null } },
            { "a name is another", lines with { Series = [lines.Series[0] with { Name = "兴山区" }, .. lines.Series.Skip(1)] } },
            { "the theme is another", lines with { Theme = PlotTheme.Print } },
        };
    }

    [Theory, MemberData(nameof(Broken))]
    public void A_plot_that_breaks_is_noticed(string how, PlotSpec broken) =>
        Assert.False(Compared(PlotRenderer.RenderPng(broken)).IsSame, how);

    [Fact]
    public void A_lost_marker_is_noticed()
    {
        using var received = SKBitmap.Decode(PlotRenderer.RenderPng(Lines()));
        var mark = PlotRenderer.Render(Lines()).Marks[^1];
        using (var canvas = new SKCanvas(received))
        using (var paint = new SKPaint { Color = SKColors.White })
            canvas.DrawCircle((float)mark.X, (float)mark.Y, 5, paint);

        Assert.False(Compared(Png(received)).IsSame);
    }

    [Fact]
    public void Edges_that_fall_a_little_differently_are_tolerated()
    {
        using var image = SKBitmap.Decode(PlotRenderer.RenderPng(Lines()));
        using var moved = new SKBitmap(image.Width, image.Height);
        using (var canvas = new SKCanvas(moved))
        using (var drawn = SKImage.FromBitmap(image))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawImage(drawn, 0.3f, 0.3f, new SKSamplingOptions(SKFilterMode.Linear));
        }

        Assert.True(Compared(Png(moved)).IsSame);
    }

    private static LineSpec Lines() => (LineSpec)LineScenes.Usual.Of(new SceneLook(900));

    private static byte[] Png(SKBitmap bitmap)
    {
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static PictureComparison Compared(byte[] received)
    {
        using var approved = SKBitmap.Decode(PlotRenderer.RenderPng(Lines()));
        using var now = SKBitmap.Decode(received);
        var comparison = PictureComparison.Of(approved, now);
        comparison.Shown?.Dispose();
        return comparison;
    }
}
