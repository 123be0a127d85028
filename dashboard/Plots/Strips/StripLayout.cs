using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Strips;

/// <summary>Lays a strip plot out: heading, a row a group, axis, key.</summary>
internal static class StripLayout
{
    /// <summary>Pixels; the numbers under a higher plot are off the screen where its first rows are on it.</summary>
    private const double Tall = 700;

    public static Picture Draw(StripSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var margins = Margins.For(spec);
        // The height is known only once the heading is wrapped, so that is placed on a sketch first.
        var sketch = new Picture(spec.Width, 0, colours);
        var head = Heading.Place(sketch, spec.Title, spec.Subtitle, margins) + 8;
        var top = head + (spec.Target is null ? 0 : margins.LineHeight + 2);
        var rows = StripRows.Of(spec, margins);
        var height = spec.Groups.Count == 0 ? Notice.Height : spec.Groups.Sum(rows.Height);
        var isTall = height > Tall;
        top += isTall ? HorizontalAxis.Height : 0;
        var bottom = top + height;
        var axis = ValueAxis.Over(Values(spec), spec.Floor, spec.Ceiling, HorizontalAxis.Ticks(rows.Right - rows.Left));
        var scale = new Scale((double)axis.Low, (double)axis.High, rows.Left, rows.Right);
        sketch.PlotArea = new PixelBox(rows.Left, top, rows.Right - rows.Left, bottom - top);

        HorizontalAxis.Place(sketch, sketch.PlotArea, scale, axis, spec.Numbers, margins);
        if (isTall)
            HorizontalAxis.PlaceNumbers(sketch, top - HorizontalAxis.Height, scale, axis, spec.Numbers, margins);
        if (spec.Groups.Count == 0)
            Notice.Place(sketch, sketch.PlotArea, spec.Texts.NoData, margins);
        var unnamed = 0;
        foreach (var group in spec.Groups)
        {
            unnamed += GroupInk.Place(sketch, spec, group, rows, scale, top, margins);
            top += rows.Height(group);
            if (top < bottom)
                sketch.Shapes.Add(Polyline.Between(margins.Side, top, rows.Right, top, colours.Grid, 1));
        }

        if (spec.Target is { } target)
            HorizontalAxis.PlaceTarget(sketch, target, scale.Pixel(target.Value), sketch.PlotArea, head, margins);
        return Finish(sketch, spec, unnamed, bottom + HorizontalAxis.Height, margins);
    }

    private static Picture Finish(Picture sketch, StripSpec spec, int unnamed, double bottom, Margins margins)
    {
        var key = new Key(StripKey.Items(spec, unnamed, sketch.Colours), spec.Width, margins);
        var picture = new Picture(spec.Width, (int)Math.Ceiling(bottom + 8 + key.Height + margins.Top / 2), sketch.Colours)
        {
            PlotArea = sketch.PlotArea,
        };
        picture.Shapes.AddRange(sketch.Shapes);
        picture.Texts.AddRange(sketch.Texts);
        picture.Marks.AddRange(sketch.Marks);
        key.Place(picture, picture.Height - margins.Top / 2 - key.Height);
        return picture;
    }

    private static List<decimal> Values(StripSpec spec)
    {
        var values = spec.Groups.SelectMany(group => group.Points).Select(point => point.Value).ToList();
        foreach (var box in spec.Groups.Select(group => group.Box).OfType<StripBox>())
            values.AddRange([box.LowerQuartile, box.UpperQuartile]);
        if (spec.Target is { } target)
            values.Add(target.Value);
        return values;
    }
}
