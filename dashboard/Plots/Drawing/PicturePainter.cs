using ScottPlot;
using SkiaSharp;

namespace EduAnalytics.Plots.Drawing;

/// <summary>Draws a picture's shapes with ScottPlot.</summary>
/// <remarks>
/// The plot's axes count the picture's pixels: lines, leaders, keys and signs share one coordinate system with the
/// labels, and a marker on the highest value is not cut in half by the data rectangle's clip.
/// </remarks>
internal static class PicturePainter
{
    public static void Paint(SKCanvas canvas, Picture picture, bool transparent, DashInk ink)
    {
        using var plot = new Plot();
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Axes.SetLimits(0, picture.Width, picture.Height, 0);
        // Clearing with a transparent colour comes out as a black rectangle in SVG, and a new canvas is clear anyway.
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.DataBackground.Color = Colors.Transparent;
        plot.FigureBackground.Color =
            transparent ? Colors.Transparent : Color.FromHex(picture.Colours.Surface);
        SettleLayout(plot, picture);
        foreach (var shape in picture.Shapes)
            Add(plot, shape, ink);
        plot.Render(canvas, picture.Width, picture.Height);
    }

    /// <summary>
    /// ScottPlot draws a plot twice the first time, the second time with the layout the first one found. On an SVG
    /// canvas every shape would then stand there twice; so the first time happens empty and on no canvas.
    /// </summary>
    private static void SettleLayout(Plot plot, Picture picture)
    {
        using var nothing = new SKNoDrawCanvas(picture.Width, picture.Height);
        plot.Render(nothing, picture.Width, picture.Height);
    }

    private static void Add(Plot plot, Shape shape, DashInk ink)
    {
        switch (shape)
        {
            case Polyline line:
                var scatter = plot.Add.ScatterLine(Coordinates(line.Points), Color.FromHex(line.Colour));
                scatter.LineWidth = line.Width;
                ink.Apply(scatter.LineStyle, line.Dash);
                break;
            case Polygon polygon:
                var area = plot.Add.Polygon(Coordinates(polygon.Points));
                area.FillColor = Color.FromHex(polygon.Fill);
                area.LineWidth = polygon.Outline is null ? 0 : 1;
                area.LineColor = Color.FromHex(polygon.Outline ?? polygon.Fill);
                ink.Apply(area.LineStyle, polygon.Dash);
                break;
            case Markers markers:
                Style(plot.Add.ScatterPoints(Coordinates(markers.Points)).MarkerStyle, markers);
                break;
            default:
                throw new ArgumentException($"No way to draw a {shape.GetType().Name}.", nameof(shape));
        }
    }

    private static void Style(MarkerStyle style, Markers markers)
    {
        style.Shape = markers.Form == MarkerForm.Circle ? MarkerShape.FilledCircle : MarkerShape.FilledSquare;
        style.Size = markers.Size;
        style.FillColor = Color.FromHex(markers.Fill);
        style.OutlineColor = Color.FromHex(markers.Outline);
        style.OutlineWidth = 1.5f;
    }

    private static Coordinates[] Coordinates(IReadOnlyList<Dot> points) =>
        [.. points.Select(point => new Coordinates(point.X, point.Y))];
}
