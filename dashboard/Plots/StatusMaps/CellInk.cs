using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.StatusMaps;

/// <summary>One row of a block: name and cells.</summary>
internal static class CellInk
{
    private const double SignGap = 4;

    /// <summary>How far a cell's colour is paled, so that the value on it can be read.</summary>
    private const double Paled = 0.8;

    public static string NameText(StatusMapSpec spec, StatusMapRow row) =>
        row.Synthetic ? row.Name + spec.Texts.SyntheticSuffix : row.Name;

    public static string Fill(StatusCell cell, ThemeColours colours) => cell switch
    {
        { Status: RowStatus.None } => colours.Band,
        _ => Blend.Fade(StatusSign.Colour(cell.Status, colours), colours.Surface, Paled),
    };

    public static void PlaceRow(
        Picture picture, StatusMapSpec spec, StatusMapRow row, StatusMapGrid grid, IReadOnlyList<(int Index, bool WithValues)> columns,
        double top, Margins margins)
    {
        var suffix = row.Synthetic ? spec.Texts.SyntheticSuffix : "";
        var room = grid.NameWidth - TextRuler.Width(suffix, margins.TextSize, row.Highlighted);
        picture.Texts.Add(new PlacedText(
            TextRuler.ShortenName(row.Name, room, margins.TextSize, row.Highlighted) + suffix, margins.Side,
            PlacedText.BaselineFor(top + grid.NameMiddle, margins.TextSize), Anchor.Start, margins.TextSize, picture.Colours.Text)
        { Bold = row.Highlighted });
        foreach (var (column, withValues) in columns)
        {
            var box = grid.Cell(column, top);
            var cell = row.Cells[column];
            PlaceCell(picture, cell, box, withValues, margins);
            picture.Marks.Add(spec.MarkOf(row, column, box));
        }
    }

    /// <summary>A column with some of its values would look as if the others were missing.</summary>
    public static bool FitsAll(StatusMapSpec spec, int column, StatusMapGrid grid, Margins margins) => spec.Rows.All(row =>
    {
        var cell = row.Cells[column];
        var sign = cell.Status == RowStatus.None ? 0 : StatusSign.Width + SignGap;
        return sign + TextRuler.Width(cell.Printed, margins.TextSize) <= grid.CellWidth - 6;
    });

    private static void PlaceCell(Picture picture, StatusCell cell, PixelBox box, bool withValue, Margins margins)
    {
        var middle = box.Y + box.Height / 2;
        if (cell.Value is null)
        {
            // No filling: nothing is known here, not even that there is no target.
            picture.Texts.Add(new PlacedText(
                "–", box.X + box.Width / 2, PlacedText.BaselineFor(middle, margins.TextSize), Anchor.Middle, margins.TextSize, picture.Colours.Muted));
            return;
        }

        picture.Shapes.Add(Polygon.Box(new PixelBox(box.X + 1, box.Y + 1, box.Width - 2, box.Height - 2), Fill(cell, picture.Colours)));
        var text = withValue ? cell.Printed : "";
        var textWidth = TextRuler.Width(text, margins.TextSize);
        var gap = textWidth > 0 ? SignGap : 0;
        var sign = cell.Status == RowStatus.None ? 0 : StatusSign.Width + gap;
        var left = box.X + (box.Width - sign - textWidth) / 2;
        if (cell.Status != RowStatus.None)
            picture.Shapes.AddRange(StatusSign.At(left + StatusSign.Width / 2, middle, cell.Status, picture.Colours));
        if (text.Length > 0)
            picture.Texts.Add(new PlacedText(
                text, left + sign, PlacedText.BaselineFor(middle, margins.TextSize), Anchor.Start, margins.TextSize, picture.Colours.Text));
    }
}
