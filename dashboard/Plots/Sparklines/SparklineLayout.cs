using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Lines;

namespace EduAnalytics.Plots.Sparklines;

/// <summary>Lays a sparkline out: the line, a dot at its last value, the target as a dotted line.</summary>
internal static class SparklineLayout
{
    private const double Pad = 5;

    public static Picture Draw(SparklineSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var area = new PixelBox(Pad, Pad, spec.Width - Pad * 2, spec.Height - Pad * 2);
        var picture = new Picture(spec.Width, spec.Height, colours) { PlotArea = area };
        var frame = FrameOf(spec, area);
        if (spec.Target is { } target)
            picture.Shapes.Add(Polyline.Between(
                area.X, frame.Y.Pixel(target), area.Right, frame.Y.Pixel(target), colours.Target, 1, Dash.Dotted));

        foreach (var (first, last) in LineRuns.Of(spec.Points))
            picture.Shapes.Add(new Polyline(
                [.. Enumerable.Range(first, last - first + 1).Select(i => At(frame, spec, i))],
                colours.Neutral, 1.75f, spec.Synthetic ? Dash.Dashed : Dash.Solid));
        PlaceDots(picture, spec, frame);
        PlaceMarks(picture, spec, frame);
        return picture;
    }

    private static Frame FrameOf(SparklineSpec spec, PixelBox area)
    {
        var values = spec.Points.Select(point => point.Value).Append(spec.Target).OfType<decimal>().ToList();
        var (low, high) = values.Count == 0 ? (0, 1) : ((double)values.Min(), (double)values.Max());
        if (low == high)
            (low, high) = (low - 1, high + 1);
        var last = spec.Periods.Count - 1;
        var x = last <= 0
            ? new Scale(0, 1, area.X + area.Width / 2, area.Right)
            : new Scale(0, last, area.X, area.Right);
        return new Frame(area, x, new Scale(low, high, area.Bottom, area.Y));
    }

    /// <summary>The newest value, and those no line reaches.</summary>
    private static void PlaceDots(Picture picture, SparklineSpec spec, Frame frame)
    {
        var reached = LineRuns.Reached(spec.Points);
        var shown = Enumerable.Range(0, spec.Points.Count).Where(i => spec.Points[i].Value is not null).ToList();
        var dots = shown.Where(i => i == shown[^1] || !reached.Contains(i)).Select(i => At(frame, spec, i)).ToList();
        if (dots.Count > 0)
            picture.Shapes.Add(new Markers(
                dots, MarkerForm.Circle, 5, spec.Synthetic ? picture.Colours.Surface : picture.Colours.Neutral,
                picture.Colours.Neutral));
    }

    private static void PlaceMarks(Picture picture, SparklineSpec spec, Frame frame)
    {
        for (var i = 0; i < spec.Points.Count; i++)
        {
            if (spec.Points[i].Value is not { } value)
                continue;
            var (x, y) = At(frame, spec, i);
            picture.Marks.Add(new PlotMark(
                spec.Id, spec.Title, i, spec.Periods[i], value, spec.Numbers.WithUnit(value), x, y,
                PixelBox.Around(x, y, Pad), picture.Colours.Neutral, spec.Synthetic));
        }
    }

    private static Dot At(Frame frame, SparklineSpec spec, int period) =>
        new(frame.X.Pixel(period), frame.Y.Pixel(spec.Points[period].Value!.Value));
}
