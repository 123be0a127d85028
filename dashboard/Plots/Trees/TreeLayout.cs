using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Trees;

/// <summary>Lays a decomposition tree out: heading, a row a node with its branch, name, bar and share, key.</summary>
internal static class TreeLayout
{
    private const double WideRow = 28;
    private const double CompactRow = 44;
    private const double WideIndent = 22;
    private const double CompactIndent = 14;
    private const double WideNames = 0.42;
    private const double Between = 12;
    private const double WideBar = 14;
    private const double CompactBar = 11;

    public static Picture Draw(TreeSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var margins = Margins.For(spec);
        var sketch = new Picture(spec.Width, 0, colours);
        var top = Heading.Place(sketch, spec.Title, spec.Subtitle, margins) + 6;
        var rows = spec.Rows().ToList();
        var columns = ColumnsOf(spec, rows, margins);
        var key = new Key([new KeyItem(spec.Texts.Share)], spec.Width, margins);
        var bottom = top + rows.Count * columns.RowHeight;
        var picture = new Picture(spec.Width, (int)Math.Ceiling(bottom + 8 + key.Height + margins.Top / 2), colours)
        {
            PlotArea = new PixelBox(margins.Side, top, spec.Width - margins.Side * 2, bottom - top),
        };
        picture.Texts.AddRange(sketch.Texts);
        foreach (var (i, _) in rows.Index().Where(row => row.Item.Node.Highlighted))
            picture.Shapes.Add(Polygon.Box(
                new PixelBox(margins.Side / 2, top + i * columns.RowHeight, picture.Width - margins.Side, columns.RowHeight), colours.Band));
        PlaceBranches(picture, rows, columns, top, margins);
        foreach (var (i, row) in rows.Index())
            PlaceRow(picture, spec, row, columns, top + i * columns.RowHeight, margins);
        key.Place(picture, picture.Height - margins.Top / 2 - key.Height);
        return picture;
    }

    private static TreeColumns ColumnsOf(TreeSpec spec, List<TreeRow> rows, Margins margins)
    {
        var indent = spec.Compact ? CompactIndent : WideIndent;
        var largest = (double)Math.Max(1, rows.Max(row => row.Node.Value ?? 0));
        var values = rows.Max(row => TextRuler.Width(ValueText(spec, row), margins.TextSize)) + 8;
        if (spec.Compact)
            return new TreeColumns(
                spec.Width - margins.Side, new Scale(0, largest, margins.Side, spec.Width - margins.Side - values - rows.Max(row => row.Level) * indent),
                indent, CompactRow, NameMiddle: 12, BarMiddle: 30, CompactBar);
        var names = Math.Min(
            rows.Max(row => row.Level * indent + TextRuler.Width(NameText(spec, row.Node), margins.TextSize, row.IsBold)),
            spec.Width * WideNames);
        var left = margins.Side + names + Between;
        return new TreeColumns(
            margins.Side + names, new Scale(0, largest, left, Math.Max(left + 1, spec.Width - margins.Side - values)), indent, WideRow,
            NameMiddle: WideRow / 2, BarMiddle: WideRow / 2, WideBar);
    }

    /// <summary>From each node straight down past its parts, with a twig to each.</summary>
    private static void PlaceBranches(Picture picture, List<TreeRow> rows, TreeColumns columns, double top, Margins margins)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var parts = Enumerable.Range(i + 1, rows.Count - i - 1)
                .TakeWhile(row => rows[row].Level > rows[i].Level).Where(row => rows[row].Level == rows[i].Level + 1).ToList();
            if (parts.Count == 0)
                continue;
            var x = margins.Side + rows[i].Level * columns.Indent + 5;
            double Middle(int row) => top + row * columns.RowHeight + columns.NameMiddle;
            picture.Shapes.Add(Polyline.Between(x, Middle(i) + 9, x, Middle(parts[^1]), picture.Colours.Axis, 1));
            foreach (var part in parts)
                picture.Shapes.Add(Polyline.Between(x, Middle(part), x + columns.Indent - 9, Middle(part), picture.Colours.Axis, 1));
        }
    }

    private static void PlaceRow(Picture picture, TreeSpec spec, TreeRow row, TreeColumns columns, double top, Margins margins)
    {
        var node = row.Node;
        var left = margins.Side + row.Level * columns.Indent;
        var suffix = node.Synthetic ? spec.Texts.SyntheticSuffix : "";
        var room = columns.NamesRight - left - TextRuler.Width(suffix, margins.TextSize, row.IsBold);
        picture.Texts.Add(new PlacedText(
            TextRuler.ShortenName(node.Name, room, margins.TextSize, row.IsBold) + suffix, left,
            PlacedText.BaselineFor(top + columns.NameMiddle, margins.TextSize), Anchor.Start, margins.TextSize, picture.Colours.Text)
        { Bold = row.IsBold });

        // On a phone the bar stands under its name, on a page in one column with all others.
        var shift = spec.Compact ? row.Level * columns.Indent : 0;
        var zero = columns.Bars.PixelLow + shift;
        var end = columns.Bars.Pixel(node.Value ?? 0) + shift;
        var middle = top + columns.BarMiddle;
        if (node.Value is not null)
            picture.Shapes.Add(Bar(
                new PixelBox(zero, middle - columns.BarHeight / 2, Math.Max(1.5, end - zero), columns.BarHeight), picture.Colours));
        picture.Texts.Add(new PlacedText(
            ValueText(spec, row), end + 8, PlacedText.BaselineFor(middle, margins.TextSize), Anchor.Start, margins.TextSize,
            node.Value is null ? picture.Colours.Muted : picture.Colours.Text));
        picture.Marks.Add(new PlotMark(
            node.Id, node.Name, 0, string.Join(" / ", row.Path.Select(one => one.Name)), node.Value, spec.ValueText(node), end, middle,
            new PixelBox(margins.Side / 2, top, picture.Width - margins.Side, columns.RowHeight), picture.Colours.Neutral, node.Synthetic)
        { Note = row.Share is { } share ? $"{spec.Texts.Share}: {spec.ShareText(share)}" : "" });
    }

    private static Polygon Bar(PixelBox box, ThemeColours colours) => Polygon.Box(box, colours.Neutral);

    private static string NameText(TreeSpec spec, TreeNode node) => node.Synthetic ? node.Name + spec.Texts.SyntheticSuffix : node.Name;

    private static string ValueText(TreeSpec spec, TreeRow row)
    {
        var value = row.Node.Value is { } known ? spec.Numbers.Short(known) : spec.Texts.NoData;
        return row.Share is { } share ? $"{value} ({spec.ShareText(share)})" : value;
    }
}

/// <summary>Where a row's parts lie, in pixels.</summary>
internal sealed record TreeColumns(
    double NamesRight, Scale Bars, double Indent, double RowHeight, double NameMiddle, double BarMiddle, double BarHeight);
