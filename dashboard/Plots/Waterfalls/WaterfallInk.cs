using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Waterfalls;

/// <summary>One row: name, bar between two running totals, amount; and the thread to the next row.</summary>
internal static class WaterfallInk
{
    public const double ValueGap = 8;

    private const double WideBar = 16;
    private const double CompactBar = 12;
    private const double ThinnestBar = 1.5;

    public static void Place(
        Picture picture, WaterfallSpec spec, WaterfallRow row, Scale scale, PixelBox box, bool threaded, Margins margins)
    {
        var bar = spec.Compact ? CompactBar : WideBar;
        var middle = spec.Compact ? box.Y + 31 : box.Y + box.Height / 2;
        PlaceName(picture, spec, row, box, spec.Compact ? box.Y + 13 : middle, margins);
        // A total's bar begins at zero, or at the edge where the axis does not hold zero.
        var from = scale.Pixel(row.IsTotal ? Math.Clamp(0, (decimal)scale.Low, (decimal)scale.High) : row.From);
        var to = scale.Pixel(row.To);
        var (left, right) = (Math.Min(from, to), Math.Max(from, to));
        var colour = Colour(spec, row, picture.Colours);
        picture.Shapes.Add(Bar(new PixelBox(left, middle - bar / 2, Math.Max(ThinnestBar, right - left), bar), row, colour, picture.Colours));
        if (row.IsTotal && scale.Low > 0)
            picture.Shapes.AddRange(Cut(left + 10, middle, bar, picture.Colours));
        if (threaded)
            picture.Shapes.Add(Polyline.Between(to, middle + bar / 2, to, middle + box.Height - bar / 2, picture.Colours.Axis, 1));
        picture.Texts.Add(new PlacedText(
            row.Text, Math.Max(right, from) + ValueGap, PlacedText.BaselineFor(middle, margins.TextSize), Anchor.Start, margins.TextSize,
            row.IsBold ? picture.Colours.Text : colour)
        { Bold = row.IsBold, Halo = HaloOf(row, picture.Colours) });
        picture.Marks.Add(new PlotMark(
            row.Id, row.FullName, 0, spec.Title, row.IsTotal ? row.To : row.To - row.From,
            row.IsTotal ? spec.Numbers.WithUnit(row.To) : spec.Signed(row.To - row.From), to, middle,
            new PixelBox(margins.Side / 2, box.Y, picture.Width - margins.Side, box.Height), colour, row.Synthetic));
    }

    public static IEnumerable<KeyItem> Key(WaterfallSpec spec, bool cut, ThemeColours colours)
    {
        foreach (var (text, sign) in new[] { (spec.Texts.Rise, 1m), (spec.Texts.Fall, -1m) })
            if (spec.Steps.Any(step => Math.Sign(step.Amount) == sign))
            {
                var row = new WaterfallRow("", "", "", 0, sign, "", IsTotal: false, Synthetic: false);
                yield return new KeyItem(
                    text, (x, y) => [Bar(new PixelBox(x - 9, y - 5, 18, 10), row, Colour(spec, row, colours), colours)], 18);
            }

        if (cut)
            yield return new KeyItem(spec.Texts.CutNote);
    }

    /// <summary>A fall is paler with an outline: its direction shows without colour.</summary>
    private static Polygon Bar(PixelBox box, WaterfallRow row, string colour, ThemeColours colours) =>
        !row.IsTotal && row.To < row.From
            ? Polygon.Box(box, Blend.Fade(colour, colours.Surface, 0.65), colour)
            : Polygon.Box(box, colour);

    private static string Colour(WaterfallSpec spec, WaterfallRow row, ThemeColours colours)
    {
        if (row.IsTotal || spec.MoreIsBetter is not { } better || row.From == row.To)
            return row.IsTotal ? colours.Muted : colours.Neutral;
        return row.To > row.From == better ? colours.Met : colours.Missed;
    }

    /// <summary>Two strokes through a bar that does not begin at zero.</summary>
    private static IEnumerable<Shape> Cut(double x, double middle, double bar, ThemeColours colours) =>
        new[] { 0.0, 6 }.Select(shift => Polyline.Between(
            x + shift - 3, middle + bar / 2 + 2, x + shift + 3, middle - bar / 2 - 2, colours.Surface, 2));

    private static void PlaceName(
        Picture picture, WaterfallSpec spec, WaterfallRow row, PixelBox box, double middle, Margins margins)
    {
        var room = spec.Compact ? spec.Width - margins.Side * 2 : box.X - margins.Side - ValueGap;
        var suffix = row.Synthetic ? spec.Texts.SyntheticSuffix : "";
        var text = TextRuler.ShortenName(
            row.FullName, room - TextRuler.Width(suffix, margins.TextSize, row.IsBold), margins.TextSize, row.IsBold) + suffix;
        picture.Texts.Add(new PlacedText(
            text, margins.Side, PlacedText.BaselineFor(middle, margins.TextSize), Anchor.Start, margins.TextSize, picture.Colours.Text)
        { Bold = row.IsBold, Halo = HaloOf(row, picture.Colours) });
    }

    private static string HaloOf(WaterfallRow row, ThemeColours colours) => row.Highlighted ? colours.Band : colours.Surface;
}
