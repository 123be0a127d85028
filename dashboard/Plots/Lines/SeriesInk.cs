using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Lines;

/// <summary>The band, the lines and the markers, and where the markers are.</summary>
internal static class SeriesInk
{
    private const double LargestHit = 12;
    private const int ManyPeriods = 12;

    public static void Place(Picture picture, LineSpec spec, IReadOnlyList<SeriesLook> looks, Frame frame)
    {
        if (spec.Band is { } band)
            PlaceBand(picture, band, frame);
        if (spec.PickedPeriod is { } picked)
            picture.Shapes.Add(PeriodFrame.Stroke(frame, picked, picture.Colours));
        foreach (var look in looks)
            PlaceLine(picture, look, frame);
        foreach (var look in looks)
            PlaceMarkers(picture, look, frame, spec.Periods.Count);

        var byId = looks.ToDictionary(look => look.Series.Id, StringComparer.Ordinal);
        foreach (var series in spec.Series)
            picture.Marks.AddRange(MarksOf(spec, byId[series.Id], frame));
    }

    private static void PlaceBand(Picture picture, LineBand band, Frame frame)
    {
        // A band over one period still needs some breadth to be seen.
        const double half = 3;
        for (var i = 0; i < band.Edges.Count; i++)
        {
            if (band.Edges[i] is not { } edge)
                continue;
            var x = frame.X.Pixel(i);
            var next = i + 1 < band.Edges.Count ? band.Edges[i + 1] : null;
            if (next is { } other)
                picture.Shapes.Add(new Polygon(
                    [
                        new Dot(x, frame.Y.Pixel(edge.Low)), new Dot(x, frame.Y.Pixel(edge.High)),
                        new Dot(frame.X.Pixel(i + 1), frame.Y.Pixel(other.High)),
                        new Dot(frame.X.Pixel(i + 1), frame.Y.Pixel(other.Low)),
                    ],
                    picture.Colours.Band));
            else if (i == 0 || band.Edges[i - 1] is null)
                picture.Shapes.Add(Polygon.Box(
                    new PixelBox(
                        x - half, frame.Y.Pixel(edge.High), half * 2,
                        frame.Y.Pixel(edge.Low) - frame.Y.Pixel(edge.High)),
                    picture.Colours.Band));
        }
    }

    private static void PlaceLine(Picture picture, SeriesLook look, Frame frame)
    {
        var points = look.Series.Points;
        foreach (var (first, last) in LineRuns.Of(points))
            picture.Shapes.Add(new Polyline(
                [.. Enumerable.Range(first, last - first + 1).Select(i => At(frame, i, points[i].Value!.Value))],
                look.Colour, look.LineWidth, look.Dash));
    }

    private static void PlaceMarkers(Picture picture, SeriesLook look, Frame frame, int periods)
    {
        var size = (look.Coloured, periods) switch
        {
            (true, <= ManyPeriods) => SeriesLook.MarkerSize,
            (true, _) => 5f,
            _ => 4f,
        };
        // Markers along thirty grey lines would be a fog; there only values that no line reaches need one.
        var reached = look.Coloured ? [] : LineRuns.Reached(look.Series.Points);
        var drawn = look.Series.Points
            .Select((point, i) => (point, i))
            .Where(at => at.point.Value is not null && !reached.Contains(at.i))
            .GroupBy(at => at.point.Basis, at => At(frame, at.i, at.point.Value!.Value));
        foreach (var group in drawn)
            picture.Shapes.Add(look.Markers([.. group], group.Key, size));
    }

    private static IEnumerable<PlotMark> MarksOf(LineSpec spec, SeriesLook look, Frame frame)
    {
        var series = look.Series;
        var hit = spec.Periods.Count < 2
            ? LargestHit
            : Math.Min(LargestHit, (frame.X.Pixel(1) - frame.X.Pixel(0)) / 2);
        for (var i = 0; i < series.Points.Count; i++)
        {
            if (series.Points[i].Value is not { } value)
                continue;
            var (x, y) = At(frame, i, value);
            yield return new PlotMark(
                series.Id, series.Name, i, spec.Periods[i], value, spec.Numbers.WithUnit(value), x, y,
                PixelBox.Around(x, y, hit), look.Colour, series.Synthetic);
        }
    }

    private static Dot At(Frame frame, int period, decimal value) =>
        new(frame.X.Pixel(period), frame.Y.Pixel(value));
}
