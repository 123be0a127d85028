using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Lines;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Multiples;

/// <summary>One of the small plots, with the first and the last period below it; its head stands above.</summary>
internal static class Panel
{
    private const double FootHeight = 18;
    private const double TickGap = 6;
    private const double BetweenTicks = 22;
    private const double Hit = 9;

    public static double Height(double width) => FootHeight + width * 0.48;

    /// <param name="box">Below the head.</param>
    public static void Place(
        Picture picture, MultiplesSpec spec, LineSeries series, ValueAxis axis, PixelBox box, Margins margins)
    {
        var ticks = axis.Ticks.Max(tick => TextRuler.Width(spec.Numbers.OnAxis(tick, axis.Largest), margins.TextSize - 1));
        var area = new PixelBox(
            box.X + ticks + TickGap, box.Y, Math.Max(1, box.Width - ticks - TickGap), box.Height - FootHeight);
        var frame = PeriodFrame.Over(area, spec.Periods.Count, axis);
        PlaceGrid(picture, spec, frame, axis, margins);
        if (spec.PickedPeriod is { } picked)
            picture.Shapes.Add(PeriodFrame.Stroke(frame, picked, picture.Colours));
        foreach (var other in spec.Panels.Where(other => other.Id != series.Id))
            PlaceLine(picture, other, frame, picture.Colours.Others, 0.75f);
        if (spec.Target is { } target)
        {
            var y = frame.Y.Pixel(target.Value);
            picture.Shapes.Add(Polyline.Between(
                area.X, y, area.Right, y, picture.Colours.Target, Polyline.TargetWidth, Dash.Dotted));
        }

        PlaceLine(picture, series, frame, picture.Colours.Neutral, picture.Colours.LineWidth);
        PlaceDots(picture, spec, series, frame);
        PlaceMarks(picture, spec, series, frame);
    }

    private static void PlaceGrid(Picture picture, MultiplesSpec spec, Frame frame, ValueAxis axis, Margins margins)
    {
        var size = margins.TextSize - 1;
        var printed = Math.Max(1, (int)Math.Ceiling(BetweenTicks * (axis.Ticks.Count - 1) / frame.Area.Height));
        foreach (var (i, tick) in axis.Ticks.Index())
        {
            var y = frame.Y.Pixel(tick);
            picture.Shapes.Add(Polyline.Between(frame.Area.X, y, frame.Area.Right, y, picture.Colours.Grid, 1));
            if (i % printed > 0)
                continue;
            picture.Texts.Add(new PlacedText(
                spec.Numbers.OnAxis(tick, axis.Largest), frame.Area.X - TickGap, PlacedText.BaselineFor(y, size), Anchor.End, size,
                picture.Colours.Muted));
        }

        picture.Shapes.Add(Polyline.Between(
            frame.Area.X, frame.Area.Bottom, frame.Area.Right, frame.Area.Bottom, picture.Colours.Axis, 1));
        if (spec.Periods.Count == 0)
            return;
        var room = frame.Area.Width / 2 - 4;
        var below = frame.Area.Bottom + 4 + size;
        picture.Texts.Add(new PlacedText(
            TextRuler.Shorten(spec.Periods[^1], room, size), frame.Area.Right, below, Anchor.End, size, picture.Colours.Muted));
        if (spec.Periods.Count > 1)
            picture.Texts.Add(new PlacedText(
                TextRuler.Shorten(spec.Periods[0], room, size), frame.Area.X, below, Anchor.Start, size, picture.Colours.Muted));
    }

    private static void PlaceLine(Picture picture, LineSeries series, Frame frame, string colour, float width)
    {
        foreach (var (first, last) in LineRuns.Of(series.Points))
            picture.Shapes.Add(new Polyline(
                [.. Enumerable.Range(first, last - first + 1).Select(i => At(frame, i, series.Points[i].Value!.Value))], colour, width,
                series.Synthetic ? Dash.Dashed : Dash.Solid));
    }

    /// <summary>The newest value, the one picked, those no line reaches, and what an authority stated.</summary>
    private static void PlaceDots(Picture picture, MultiplesSpec spec, LineSeries series, Frame frame)
    {
        var reached = LineRuns.Reached(series.Points);
        var last = EndLabel.LastPoint(series);
        foreach (var (i, point) in series.Points.Index())
            if (point.Value is { } value && (i == last || i == spec.PickedPeriod || !reached.Contains(i) || point.Basis == PointBasis.Reported))
                picture.Shapes.Add(new Markers(
                    [At(frame, i, value)], SeriesLook.Form(point.Basis), 5, series.Synthetic ? picture.Colours.Surface : picture.Colours.Neutral,
                    picture.Colours.Neutral));
    }

    private static void PlaceMarks(Picture picture, MultiplesSpec spec, LineSeries series, Frame frame)
    {
        var hit = spec.Periods.Count < 2 ? Hit : Math.Min(Hit, (frame.X.Pixel(1) - frame.X.Pixel(0)) / 2);
        foreach (var (i, point) in series.Points.Index())
        {
            if (point.Value is not { } value)
                continue;
            var (x, y) = At(frame, i, value);
            picture.Marks.Add(new PlotMark(
                series.Id, series.Name, i, spec.Periods[i], value, spec.Numbers.WithUnit(value), x, y, PixelBox.Around(x, y, hit),
                picture.Colours.Neutral, series.Synthetic));
        }
    }

    private static Dot At(Frame frame, int period, decimal value) => new(frame.X.Pixel(period), frame.Y.Pixel(value));
}
