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

    public static string BarColour(RowStatus status, ThemeColours colours) => status switch
    {
        RowStatus.Met => colours.Met,
        RowStatus.Missed => colours.Missed,
        _ => colours.Neutral,
    };

    public static Polygon Bar(PixelBox box, RowStatus status, bool synthetic, ThemeColours colours)
    {
        var colour = BarColour(status, colours);
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
            end, barMiddle, hit, BarColour(row.Status, picture.Colours), row.Synthetic));
    }

    private static void PlaceName(
        Picture picture, RankingSpec spec, RankingRow row, RankingColumns columns, double middle, Margins margins)
    {
        var size = margins.TextSize;
        var suffix = row.Synthetic ? spec.Texts.SyntheticSuffix : "";
        var room = columns.NameWidth - TextRuler.Width(suffix, size, row.Highlighted);
        picture.Texts.Add(new PlacedText(
            TextRuler.Shorten(row.Name, room, size, row.Highlighted) + suffix, columns.NameLeft,
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
        var text = ValueText(spec, row);
        picture.Texts.Add(new PlacedText(
            text, ValueLeft(spec, columns, Math.Max(zero, end) + ValueGap, text, margins), PlacedText.BaselineFor(middle, margins.TextSize),
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
            StatusSign.At(left + RankingColumns.SignWidth / 2, middle, row.Status, picture.Colours));
        if (columns.Compact)
            return;
        picture.Texts.Add(new PlacedText(
            row.Status == RowStatus.Met ? spec.Texts.Met : spec.Texts.Missed,
            left + RankingColumns.SignWidth + RankingColumns.SignGap, PlacedText.BaselineFor(middle, margins.TextSize),
            Anchor.Start, margins.TextSize, BarColour(row.Status, picture.Colours)));
    }
}
