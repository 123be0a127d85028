using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.StatusMaps;

/// <summary>Lays a status map out: heading, blocks of columns under their names, key.</summary>
internal static class StatusMapLayout
{
    private const int MostHeadLines = 4;
    private const double BetweenBlocks = 14;

    public static Picture Draw(StatusMapSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var margins = Margins.For(spec);
        var grid = StatusMapGrid.Of(spec, margins);
        // The height is known only once the heads are wrapped, so all is placed on a sketch first.
        var sketch = new Picture(spec.Width, 0, colours);
        var top = Heading.Place(sketch, spec.Title, spec.Subtitle, margins) + 8;
        var bottom = top;
        if (spec.Rows.Count == 0 || spec.Columns.Count == 0)
        {
            bottom += Notice.Height;
            Notice.Place(sketch, new PixelBox(margins.Side, top, spec.Width - margins.Side * 2, Notice.Height), spec.Texts.NoData, margins);
        }
        else
        {
            for (var first = 0; first < spec.Columns.Count; first += grid.Columns)
                bottom = PlaceBlock(sketch, spec, grid, first, bottom + (first > 0 ? BetweenBlocks : 0), margins);
        }

        var key = new Key(StatusMapKey.Items(spec, colours), spec.Width, margins);
        var picture = new Picture(spec.Width, (int)Math.Ceiling(bottom + 8 + key.Height + margins.Top / 2), colours)
        {
            PlotArea = new PixelBox(margins.Side, top, spec.Width - margins.Side * 2, bottom - top),
        };
        picture.Shapes.AddRange(sketch.Shapes);
        picture.Texts.AddRange(sketch.Texts);
        picture.Marks.AddRange(sketch.Marks.OrderBy(mark => IndexOf(spec, mark)));
        key.Place(picture, picture.Height - margins.Top / 2 - key.Height);
        return picture;
    }

    /// <returns>The block's lower edge.</returns>
    private static double PlaceBlock(Picture picture, StatusMapSpec spec, StatusMapGrid grid, int first, double top, Margins margins)
    {
        var columns = Enumerable.Range(first, Math.Min(grid.Columns, spec.Columns.Count - first)).ToList();
        var heads = columns
            .Select(column => TextRuler.Wrap(spec.Columns[column].Name, grid.CellWidth - StatusMapGrid.HeadPad, margins.TextSize, MostHeadLines))
            .ToList();
        var rowsTop = top + heads.Max(lines => lines.Count) * (margins.TextSize + 3) + 6;
        foreach (var (column, lines) in columns.Zip(heads))
            PlaceHead(picture, grid.Cell(column, 0), rowsTop, lines, margins);
        var fitting = columns.Select(column => (column, CellInk.FitsAll(spec, column, grid, margins))).ToList();
        for (var row = 0; row < spec.Rows.Count; row++)
            CellInk.PlaceRow(picture, spec, spec.Rows[row], grid, fitting, rowsTop + row * grid.RowHeight, margins);
        return rowsTop + spec.Rows.Count * grid.RowHeight;
    }

    /// <summary>The last line stands right above the cells, however many lines there are.</summary>
    private static void PlaceHead(Picture picture, PixelBox cell, double bottom, IReadOnlyList<string> lines, Margins margins)
    {
        for (var i = 0; i < lines.Count; i++)
            picture.Texts.Add(new PlacedText(
                lines[i], cell.X + cell.Width / 2, bottom - 6 - (lines.Count - 1 - i) * (margins.TextSize + 3), Anchor.Middle,
                margins.TextSize, picture.Colours.Muted));
    }

    /// <summary>Row by row, also where the blocks stand below each other.</summary>
    private static int IndexOf(StatusMapSpec spec, PlotMark mark) => spec.Rows.Index().First(row => row.Item.Id == mark.SeriesId).Index;
}
