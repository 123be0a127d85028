using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Lines;

/// <summary>Grid lines with their values and the periods' names under them.</summary>
internal static class LineGrid
{
    private const double Edge = 4;
    private const double BetweenNames = 10;

    public static void Place(Picture picture, LineSpec spec, Frame frame, ValueAxis axis, Margins margins)
    {
        var area = frame.Area;
        foreach (var tick in axis.Ticks)
        {
            var y = frame.Y.Pixel(tick);
            picture.Shapes.Add(Polyline.Between(area.X, y, area.Right, y, picture.Colours.Grid, 1));
            picture.Texts.Add(new PlacedText(
                spec.Numbers.OnAxis(tick, axis.Largest), area.X - 8, PlacedText.BaselineFor(y, margins.TextSize),
                Anchor.End, margins.TextSize, picture.Colours.Muted));
        }

        picture.Shapes.Add(
            Polyline.Between(area.X, area.Bottom, area.Right, area.Bottom, picture.Colours.Axis, 1));
        PlacePeriods(picture, spec.Periods, frame, margins);
    }

    /// <summary>From the newest back, leaving out what would touch its neighbour: the newest is always named.</summary>
    private static void PlacePeriods(Picture picture, ValueList<string> periods, Frame frame, Margins margins)
    {
        var size = margins.TextSize;
        var stride = Stride(periods, frame, size);
        for (var i = periods.Count - 1; i >= 0; i -= stride)
        {
            var x = frame.X.Pixel(i);
            picture.Shapes.Add(
                Polyline.Between(x, frame.Area.Bottom, x, frame.Area.Bottom + 4, picture.Colours.Axis, 1));
            var half = TextRuler.Width(periods[i], size) / 2;
            var middle = Math.Clamp(x, Edge + half, Math.Max(Edge + half, picture.Width - Edge - half));
            picture.Texts.Add(new PlacedText(
                periods[i], middle, frame.Area.Bottom + 6 + size, Anchor.Middle, size, picture.Colours.Muted));
        }
    }

    private static int Stride(ValueList<string> periods, Frame frame, double size)
    {
        if (periods.Count < 2)
            return 1;
        var widest = periods.Max(period => TextRuler.Width(period, size)) + BetweenNames;
        return Math.Max(1, (int)Math.Ceiling(widest / (frame.X.Pixel(1) - frame.X.Pixel(0))));
    }
}
