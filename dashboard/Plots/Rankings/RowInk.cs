using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Rankings;

/// <summary>One row: name, bar with its value, change, status.</summary>
internal static class RowInk
{
    public const double ValueGap = 8;

    private const double WideBar = 16;
    private const double CompactBar = 11;

    /// <summary>A bar of zero still shows as a stroke: zero is a value, and no data is not.</summary>
    private const double ThinnestBar = 1.5;

    public static string NameText(RankingSpec spec, RankingRow row) =>
        row.Synthetic ? row.Name + spec.Texts.SyntheticSuffix : row.Name;

    public static string ValueText(RankingSpec spec, RankingRow row) =>
        row.Value is { } value ? spec.Numbers.Short(value) : row.Withheld ?? spec.Texts.NoData;

    public static Polygon Bar(PixelBox box, RowStatus status, bool synthetic, ThemeColours colours)
    {
        var colour = StatusSign.Colour(status, colours);
        return synthetic
            ? Polygon.Box(box, Blend.Fade(colour, colours.Surface, 0.7), colour, Dash.Dashed)
            : Polygon.Box(box, colour);
    }

    public static void Place(
        Picture picture, RankingSpec spec, RankingRow row, RankingColumns columns, double top, Margins margins)
    {
        var hit = new PixelBox(
            margins.Side / 2, top, picture.Width - margins.Side, columns.RowHeight);
        if (row.Highlighted)
            picture.Shapes.Add(Polygon.Box(hit, picture.Colours.Band));

        var textMiddle = top + (columns.Compact ? 12 : columns.RowHeight / 2);
        var barMiddle = top + (columns.Compact ? 30 : columns.RowHeight / 2);
        PlaceName(picture, spec, row, columns, textMiddle, margins);
        var end = PlaceBar(picture, spec, row, columns, barMiddle, margins);
        PlaceChange(picture, row, columns, textMiddle, margins);
        PlaceStatus(picture, spec, row, columns, textMiddle, margins);
        picture.Marks.Add(new PlotMark(
            row.Id, row.Name, 0, spec.Period, row.Value,
            row.Value is { } value ? spec.Numbers.WithUnit(value) : row.Withheld ?? spec.Texts.NoData,
            end, barMiddle, hit, StatusSign.Colour(row.Status, picture.Colours), row.Synthetic));
    }

    /// <summary>A stroke across the bar where it ended in the period before, cut out of the bar so that it shows on any colour.</summary>
    public static IEnumerable<Shape> BeforeTick(double x, double middle, double thickness, ThemeColours colours)
    {
        var half = thickness / 2 + 3;
        yield return Polyline.Between(x, middle - half, x, middle + half, colours.Surface, 5);
        yield return Polyline.Between(x, middle - half, x, middle + half, colours.Text, 2);
    }

    private static void PlaceName(
        Picture picture, RankingSpec spec, RankingRow row, RankingColumns columns, double middle, Margins margins)
    {
        var size = margins.TextSize;
        var suffix = row.Synthetic ? spec.Texts.SyntheticSuffix : "";
        var room = columns.NameWidth - TextRuler.Width(suffix, size, row.Highlighted);
        picture.Texts.Add(new PlacedText(
            TextRuler.ShortenName(row.Name, room, size, row.Highlighted) + suffix, columns.NameLeft,
            PlacedText.BaselineFor(middle, size), Anchor.Start, size, picture.Colours.Text)
        { Bold = row.Highlighted });
    }

    private static double PlaceBar(
        Picture picture, RankingSpec spec, RankingRow row, RankingColumns columns, double middle, Margins margins)
    {
        var zero = columns.Bars.Pixel(0);
        var end = row.Value is { } value ? columns.Bars.Pixel(value) : zero;
        var thickness = columns.Compact ? CompactBar : WideBar;
        if (row.Value is not null)
            picture.Shapes.Add(Bar(
                new PixelBox(
                    Math.Min(zero, end), middle - thickness / 2, Math.Max(ThinnestBar, Math.Abs(end - zero)), thickness),
                row.Status, row.Synthetic, picture.Colours));
        var reach = Math.Max(zero, end);
        if (row.Before is { } before && before != row.Value)
        {
            var x = columns.Bars.Pixel(before);
            picture.Shapes.AddRange(BeforeTick(x, middle, thickness, picture.Colours));
            reach = Math.Max(reach, x);
        }

        var text = ValueText(spec, row);
        picture.Texts.Add(new PlacedText(
            text, ValueLeft(spec, columns, reach + ValueGap, text, margins), PlacedText.BaselineFor(middle, margins.TextSize),
            Anchor.Start, margins.TextSize, row.Value is null ? picture.Colours.Muted : picture.Colours.Text)
        { Halo = row.Highlighted ? picture.Colours.Band : picture.Colours.Surface });
        return end;
    }

    /// <summary>Right of the bar, or right of the target's line where that would run through the digits.</summary>
    private static double ValueLeft(
        RankingSpec spec, RankingColumns columns, double left, string text, Margins margins)
    {
        if (spec.Target is not { } target)
            return left;
        var line = columns.Bars.Pixel(target.Value);
        var crosses = line > left - 3 && line < left + TextRuler.Width(text, margins.TextSize) + 3;
        return crosses ? line + 5 : left;
    }

    private static void PlaceChange(
        Picture picture, RankingRow row, RankingColumns columns, double middle, Margins margins)
    {
        if (row.Change.Length > 0)
            picture.Texts.Add(new PlacedText(
                row.Change, columns.ChangeRight, PlacedText.BaselineFor(middle, margins.TextSize), Anchor.End,
                margins.TextSize, picture.Colours.Muted));
    }

    private static void PlaceStatus(
        Picture picture, RankingSpec spec, RankingRow row, RankingColumns columns, double middle, Margins margins)
    {
        if (row.Status == RowStatus.None)
            return;
        var left = columns.StatusLeft;
        picture.Shapes.AddRange(
            StatusSign.At(left + StatusSign.Width / 2, middle, row.Status, picture.Colours));
        if (columns.Compact)
            return;
        picture.Texts.Add(new PlacedText(
            row.Status == RowStatus.Met ? spec.Texts.Met : spec.Texts.Missed,
            left + StatusSign.Width + RankingColumns.SignGap, PlacedText.BaselineFor(middle, margins.TextSize),
            Anchor.Start, margins.TextSize, StatusSign.Colour(row.Status, picture.Colours)));
    }
}
