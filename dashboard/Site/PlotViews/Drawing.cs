using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>Draws what the pages show. Equal specifications are drawn once, whoever asks.</summary>
public sealed class Drawing
{
    /// <summary>A page has some forty pictures in two themes; so many pages stay at hand.</summary>
    private readonly PlotCache _cache = new(capacity: 4_000);

    /// <summary>The same pictures with both themes in one: merging takes a third of the time that drawing takes.</summary>
    private readonly PlotCache _merged;

    public Drawing() => _merged = new PlotCache(capacity: 2_000, Merge);

    /// <summary>
    /// The plot in the colours of both themes at once: the browser picks by the page's colour scheme, which the server
    /// cannot know where the reader's system decides.
    /// </summary>
    /// <param name="spec">Its ids must not follow from its colours, so it names them.</param>
    public RenderedPlot Draw(PlotSpec spec) => _merged.Render(Named(spec));

    /// <summary>The same where it lies ready, null where it must be drawn first: a circuit must not wait for that.</summary>
    public RenderedPlot? Find(PlotSpec spec) => _merged.Find(Named(spec));

    /// <summary>The plot in the one theme it names, as a file.</summary>
    public string Svg(PlotSpec spec) => _cache.Render(spec).Svg;

    /// <inheritdoc cref="PlotRenderer.RenderPng"/>
    public ReadOnlyMemory<byte> Png(PlotSpec spec, int scale) => _cache.RenderPng(spec, scale);

    private static RenderedPlot Merge(PlotSpec spec)
    {
        var light = PlotRenderer.Render(spec with { Theme = PlotTheme.Light });
        var dark = PlotRenderer.Render(spec with { Theme = PlotTheme.Dark });
        return light with { Svg = TwoThemes.Merge(light.Svg, dark.Svg) };
    }

    private static PlotSpec Named(PlotSpec spec) => spec.IdPrefix is null ? spec with { IdPrefix = IdOf(spec) } : spec;

    private static string IdOf(PlotSpec spec) => $"{spec.GetType().Name}-{spec.Width}".ToLowerInvariant();
}
