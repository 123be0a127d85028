using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Rankings;

/// <summary>Lays a ranking out: heading, column heads, a row an org unit, key.</summary>
internal static class RankingLayout
{
    public static Picture Draw(RankingSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var margins = Margins.For(spec);
        // The height is known only once the heading is wrapped, so that is placed on a sketch first.
        var sketch = new Picture(spec.Width, 0, colours);
        var top = Heading.Place(sketch, spec.Title, spec.Subtitle, margins) + 6;
        var hasHead = spec.Target is not null || spec.Rows.Any(row => row.Change.Length > 0);
        var rowsTop = top + (hasHead ? margins.LineHeight + 4 : 0);
        var columns = RankingColumns.Of(spec, margins);
        var rowsBottom = rowsTop + spec.Rows.Count * columns.RowHeight;
        var key = new Key(RankingKey.Items(spec, colours), spec.Width, margins);

        var picture = new Picture(spec.Width, (int)Math.Ceiling(rowsBottom + 8 + key.Height + margins.Top / 2), colours)
        {
            PlotArea = new PixelBox(
                columns.Bars.PixelLow, rowsTop, columns.Bars.PixelHigh - columns.Bars.PixelLow, rowsBottom - rowsTop),
        };
        picture.Texts.AddRange(sketch.Texts);
        for (var i = 0; i < spec.Rows.Count; i++)
            RowInk.Place(picture, spec, spec.Rows[i], columns, rowsTop + i * columns.RowHeight, margins);
        RankingHead.Place(picture, spec, columns, top, margins);
        key.Place(picture, picture.Height - margins.Top / 2 - key.Height);
        return picture;
    }
}
