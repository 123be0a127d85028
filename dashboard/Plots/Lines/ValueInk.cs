using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Lines;

/// <summary>
/// Writes the values at the points where one line stands alone among the coloured ones: on paper there is no tooltip.
/// The newest value already stands in the line's name.
/// </summary>
internal static class ValueInk
{
    private const double Between = 10;

    public static void Place(
        Picture picture, LineSpec spec, IReadOnlyList<SeriesLook> looks, Frame frame, Margins margins)
    {
        var coloured = looks.Where(look => look.Coloured).ToList();
        if (coloured is not [var only] || looks.Count > 2 || spec.Periods.Count < 2)
            return;
        var points = only.Series.Points;
        var texts = points.Select(point => point.Value is { } value ? spec.Numbers.Short(value) : "").ToList();
        if (texts.Max(text => TextRuler.Width(text, margins.TextSize)) + Between > frame.X.Pixel(1) - frame.X.Pixel(0))
            return;
        for (var i = 0; i < points.Count - 1; i++)
            if (points[i].Value is { } value)
                picture.Texts.Add(new PlacedText(
                    texts[i], Middle(frame, i, texts[i], margins), Baseline(frame, points, i, value, margins), Anchor.Middle,
                    margins.TextSize, only.Colour)
                { Halo = picture.Colours.Surface });
    }

    /// <summary>Over the point, but not out over the axis with its numbers.</summary>
    private static double Middle(Frame frame, int period, string text, Margins margins) => Math.Max(
        frame.X.Pixel(period), frame.Area.X + 2 + TextRuler.Width(text, margins.TextSize) / 2);

    /// <summary>On the side the line bends away from, unless that is off the plot.</summary>
    private static double Baseline(
        Frame frame, ValueList<LinePoint> points, int i, decimal value, Margins margins)
    {
        var before = i > 0 ? points[i - 1].Value ?? value : value;
        var after = points[i + 1].Value ?? value;
        var y = frame.Y.Pixel(value);
        var below = y + 8 + margins.TextSize;
        return before + after > value * 2 && below < frame.Area.Bottom ? below : y - 9;
    }
}
