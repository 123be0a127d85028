using ScottPlot;
using SkiaSharp;

namespace EduAnalytics.Plots.Drawing;

/// <summary>How dashes reach the canvas.</summary>
/// <remarks>
/// Skia's SVG canvas knows no dash pattern: it writes every single dash as a polygon, about 50 kB for eight lines.
/// There a dashed line is drawn solid with a miter limit that names its pattern, and <c>SvgDocument</c> turns that
/// into <c>stroke-dasharray</c>. Solid lines have round joins and so never show a miter limit.
/// </remarks>
internal sealed class DashInk
{
    public static DashInk Raster { get; } = new(namesPattern: false);

    public static DashInk Svg { get; } = new(namesPattern: true);

    private readonly bool _namesPattern;

    private DashInk(bool namesPattern) => _namesPattern = namesPattern;

    /// <summary>The pattern in pixels by the miter limit that stands for it in Skia's SVG.</summary>
    public static IReadOnlyDictionary<string, float[]> PatternByMiterLimit { get; } = new Dictionary<string, float[]>
    {
        ["2.25"] = Intervals(Dash.Dashed),
        ["2.5"] = Intervals(Dash.Dotted),
    };

    public void Apply(LineStyle line, Dash dash)
    {
        if (dash == Dash.Solid)
            line.StrokeJoin = SKStrokeJoin.Round;
        else if (_namesPattern)
            line.StrokeMiter = dash == Dash.Dashed ? 2.25f : 2.5f;
        else
            line.Pattern = new LinePattern(Intervals(dash), 0, dash.ToString());
    }

    private static float[] Intervals(Dash dash) => dash == Dash.Dashed ? [6, 4] : [2, 3];
}
