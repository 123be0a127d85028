using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Slopes;

/// <summary>The lines with their ends, and where the ends are.</summary>
internal static class SlopeInk
{
    private const float MarkerSize = 7;
    private const double Hit = 10;

    public static void Place(Picture picture, SlopeSpec spec, Frame frame)
    {
        foreach (var line in spec.Lines.OrderBy(line => line.Highlighted))
        {
            var ends = Ends(line, frame).ToList();
            if (ends.Count == 2)
                picture.Shapes.Add(Line([.. ends.Select(end => end.At)], line.Course, line.Highlighted, picture.Colours));
            if (ends.Count > 0)
                picture.Shapes.Add(Marker([.. ends.Select(end => end.At)], line.Course, line.Synthetic, picture.Colours));
        }

        foreach (var line in spec.Lines)
            foreach (var (period, value, at) in Ends(line, frame))
                picture.Marks.Add(new PlotMark(
                    line.Id, line.Name, period, period == 0 ? spec.From : spec.To, value, spec.Numbers.WithUnit(value), at.X, at.Y,
                    PixelBox.Around(at.X, at.Y, Hit), Colour(line.Course, picture.Colours), line.Synthetic)
                { Note = spec.Texts.Of(line.Course) });
    }

    public static Polyline Line(IReadOnlyList<Dot> points, SlopeCourse course, bool highlighted, ThemeColours colours) => new(
        points, Colour(course, colours), highlighted ? colours.LineWidth + 1.5f : colours.LineWidth - 0.5f,
        course == SlopeCourse.Worse ? Dash.Dashed : Dash.Solid);

    public static Markers Marker(IReadOnlyList<Dot> at, SlopeCourse course, bool synthetic, ThemeColours colours) => new(
        at, MarkerForm.Circle, MarkerSize, synthetic ? colours.Surface : Colour(course, colours), Colour(course, colours));

    private static string Colour(SlopeCourse course, ThemeColours colours) => course switch
    {
        SlopeCourse.Better => colours.Met,
        SlopeCourse.Worse => colours.Missed,
        _ => colours.Muted,
    };

    private static IEnumerable<(int Period, decimal Value, Dot At)> Ends(SlopeLine line, Frame frame)
    {
        if (line.From is { } from)
            yield return (0, from, new Dot(frame.X.Pixel(0), frame.Y.Pixel(from)));
        if (line.To is { } to)
            yield return (1, to, new Dot(frame.X.Pixel(1), frame.Y.Pixel(to)));
    }
}
