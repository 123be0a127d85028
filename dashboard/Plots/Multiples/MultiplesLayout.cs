using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Multiples;

/// <summary>Lays small multiples out: heading, panels in rows, key.</summary>
internal static class MultiplesLayout
{
    private const double NarrowestPanel = 156;
    private const double Between = 18;

    public static Picture Draw(MultiplesSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var margins = Margins.For(spec);
        var sketch = new Picture(spec.Width, 0, colours);
        var top = Heading.Place(sketch, spec.Title, spec.Subtitle, margins) + 8;
        var axis = AxisOf(spec);
        var room = spec.Width - margins.Side * 2;
        var columns = Math.Clamp((int)((room + Between) / (NarrowestPanel + Between)), 1, Math.Max(1, spec.Panels.Count));
        // Two panels stretched over a page would not be small: four columns' width at most.
        var width = (room - (columns - 1) * Between) / columns;
        width = Math.Min(width, 260);
        var heads = spec.Panels.Select(series => PanelHead.Of(spec, series, width, margins)).ToList();
        var head = PanelHead.Height(heads);
        var height = Math.Round(head + Panel.Height(width));
        var rows = (spec.Panels.Count + columns - 1) / columns;
        foreach (var (i, series) in spec.Panels.Index())
        {
            var box = new PixelBox(margins.Side + i % columns * (width + Between), top + i / columns * (height + Between), width, height);
            heads[i].Place(sketch, box, margins);
            Panel.Place(sketch, spec, series, axis, box with { Y = box.Y + head, Height = height - head }, margins);
        }

        var bottom = top + (rows == 0 ? Notice.Height : rows * (height + Between) - Between);
        if (rows == 0)
            Notice.Place(sketch, new PixelBox(margins.Side, top, room, Notice.Height), spec.Texts.NoData, margins);

        var key = new Key(MultiplesKey.Items(spec, colours), spec.Width, margins);
        var picture = new Picture(spec.Width, (int)Math.Ceiling(bottom + 10 + key.Height + margins.Top / 2), colours)
        {
            PlotArea = new PixelBox(margins.Side, top, room, bottom - top),
        };
        picture.Shapes.AddRange(sketch.Shapes);
        picture.Texts.AddRange(sketch.Texts);
        picture.Marks.AddRange(sketch.Marks);
        key.Place(picture, picture.Height - margins.Top / 2 - key.Height);
        return picture;
    }

    private static ValueAxis AxisOf(MultiplesSpec spec) => ValueAxis.Over(
        [.. spec.Panels.SelectMany(panel => panel.Points).Select(point => point.Value).Append(spec.Target?.Value).OfType<decimal>()],
        spec.Floor, spec.Ceiling, ticks: 4);
}
