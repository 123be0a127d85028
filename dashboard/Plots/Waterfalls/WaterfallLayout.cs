using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Waterfalls;

/// <summary>Lays a waterfall out: heading, a row each for the totals and the steps, axis, key.</summary>
internal static class WaterfallLayout
{
    private const double WideRow = 28;
    private const double CompactRow = 44;
    private const double WideNames = 0.34;
    private const double NameGap = 12;

    /// <summary>What the steps must take of the axis to be told apart.</summary>
    private const decimal LeastSpan = 0.15m;

    public static Picture Draw(WaterfallSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var margins = Margins.For(spec);
        var sketch = new Picture(spec.Width, 0, colours);
        var top = Heading.Place(sketch, spec.Title, spec.Subtitle, margins) + 8;
        var rows = WaterfallRow.Of(spec).ToList();
        var values = rows.Max(row => TextRuler.Width(row.Text, margins.TextSize, row.IsBold)) + WaterfallInk.ValueGap;
        var names = spec.Compact
            ? 0
            : Math.Min(rows.Max(row => TextRuler.Width(row.Name, margins.TextSize, row.IsBold)), spec.Width * WideNames) + NameGap;
        var left = margins.Side + names;
        var right = Math.Max(left + 1, spec.Width - margins.Side - values);
        var rowHeight = spec.Compact ? CompactRow : WideRow;
        var area = new PixelBox(left, top, right - left, rows.Count * rowHeight + 4);
        var axis = ValueAxis.Over(Values(rows), null, null, HorizontalAxis.Ticks(area.Width));
        var scale = new Scale((double)axis.Low, (double)axis.High, left, right);
        HorizontalAxis.Place(sketch, area, scale, axis, spec.Numbers, margins);
        // Before any row, so that the threads from row to row run over it.
        foreach (var (i, _) in rows.Index().Where(row => row.Item.Highlighted))
            sketch.Shapes.Add(Polygon.Box(new PixelBox(margins.Side / 2, top + i * rowHeight, spec.Width - margins.Side, rowHeight), colours.Band));
        foreach (var (i, row) in rows.Index())
            WaterfallInk.Place(sketch, spec, row, scale, new PixelBox(left, top + i * rowHeight, right - left, rowHeight), i + 1 < rows.Count, margins);

        var key = new Key(WaterfallInk.Key(spec, axis.Low > 0, colours), spec.Width, margins);
        var bottom = area.Bottom + HorizontalAxis.Height;
        var picture = new Picture(spec.Width, (int)Math.Ceiling(bottom + 8 + key.Height + margins.Top / 2), colours) { PlotArea = area };
        picture.Shapes.AddRange(sketch.Shapes);
        picture.Texts.AddRange(sketch.Texts);
        picture.Marks.AddRange(sketch.Marks);
        key.Place(picture, picture.Height - margins.Top / 2 - key.Height);
        return picture;
    }

    /// <summary>With zero, as bars should have it, unless the steps would be too short beside the totals to be seen.</summary>
    private static List<decimal> Values(List<WaterfallRow> rows)
    {
        var values = rows.SelectMany(row => row.IsTotal ? [row.To] : new[] { row.From, row.To }).ToList();
        if (values.Max() - values.Min() >= values.Max() * LeastSpan || rows.TrueForAll(row => row.IsTotal))
            values.Add(0);
        return values;
    }
}
