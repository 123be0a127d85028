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
        PlacePeriods(picture, spec, frame, margins);
    }

    private static void PlacePeriods(Picture picture, LineSpec spec, Frame frame, Margins margins)
    {
        var (periods, size) = (spec.Periods, margins.TextSize);
        foreach (var i in Named(spec, frame, size))
        {
            var x = frame.X.Pixel(i);
            picture.Shapes.Add(
                Polyline.Between(x, frame.Area.Bottom, x, frame.Area.Bottom + 4, picture.Colours.Axis, 1));
            var isPicked = i == spec.PickedPeriod;
            var half = TextRuler.Width(periods[i], size, isPicked) / 2;
            var middle = Math.Clamp(x, Edge + half, Math.Max(Edge + half, picture.Width - Edge - half));
            picture.Texts.Add(new PlacedText(
                periods[i], middle, frame.Area.Bottom + 6 + size, Anchor.Middle, size, isPicked ? picture.Colours.Text : picture.Colours.Muted)
            { Bold = isPicked });
        }
    }

    /// <summary>
    /// From the newest back, leaving out what would touch its neighbour. The newest is always named, unless that one touches
    /// it that is picked.
    /// </summary>
    private static IEnumerable<int> Named(LineSpec spec, Frame frame, double size)
    {
        var (last, stride) = (spec.Periods.Count - 1, Stride(spec.Periods, frame, size));
        var usual = Enumerable.Range(0, spec.Periods.Count).Where(i => (last - i) % stride == 0);
        return spec.PickedPeriod is { } picked ? usual.Where(i => Math.Abs(i - picked) >= stride).Append(picked) : usual;
    }

    private static int Stride(ValueList<string> periods, Frame frame, double size)
    {
        if (periods.Count < 2)
            return 1;
        var widest = periods.Max(period => TextRuler.Width(period, size)) + BetweenNames;
        return Math.Max(1, (int)Math.Ceiling(widest / (frame.X.Pixel(1) - frame.X.Pixel(0))));
    }
}
