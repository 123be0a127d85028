using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Rankings;

/// <summary>The line above the rows, and the target's line through them.</summary>
internal static class RankingHead
{
    public static void Place(Picture picture, RankingSpec spec, RankingColumns columns, double top, Margins margins)
    {
        var baseline = top + margins.TextSize;
        if (spec.Rows.Any(row => row.Change.Length > 0))
            picture.Texts.Add(new PlacedText(
                spec.Texts.Change, columns.ChangeRight, baseline, Anchor.End, margins.TextSize,
                picture.Colours.Muted));
        if (spec.Target is not { } target)
            return;

        var x = columns.Bars.Pixel(target.Value);
        PlaceLabel(picture, target, x, baseline, Room(spec, columns, margins), margins);
        foreach (var (from, to) in Strokes(picture.PlotArea, spec.Rows.Count, columns))
            picture.Shapes.Add(Polyline.Between(x, from, x, to, picture.Colours.Target, Polyline.TargetWidth, Dash.Dotted));
    }

    /// <summary>Up to the head of the changes.</summary>
    private static (double Left, double Right) Room(RankingSpec spec, RankingColumns columns, Margins margins)
    {
        var changes = spec.Rows.Any(row => row.Change.Length > 0)
            ? TextRuler.Width(spec.Texts.Change, margins.TextSize) + 12
            : 0;
        return (margins.Side, Math.Max(margins.Side + 1, columns.ChangeRight - changes));
    }

    private static void PlaceLabel(
        Picture picture, TargetLine target, double x, double baseline, (double Left, double Right) room, Margins margins)
    {
        var text = TextRuler.Shorten(target.Label, room.Right - room.Left, margins.TextSize);
        var half = TextRuler.Width(text, margins.TextSize) / 2;
        var middle = Math.Clamp(x, room.Left + half, Math.Max(room.Left + half, room.Right - half));
        picture.Texts.Add(new PlacedText(
            text, middle, baseline, Anchor.Middle, margins.TextSize, picture.Colours.Target));
    }

    /// <summary>One stroke through wide rows; on a phone one a bar, since names stand between the bars.</summary>
    private static IEnumerable<(double From, double To)> Strokes(PixelBox area, int rows, RankingColumns columns)
    {
        if (!columns.Compact)
            return [(area.Y - 3, area.Bottom)];
        return Enumerable.Range(0, rows)
            .Select(row => area.Y + row * columns.RowHeight)
            .Select(top => (top + 21, top + 39));
    }
}
