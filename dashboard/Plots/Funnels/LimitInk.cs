using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Funnels;

/// <summary>The rate of all together and the limits around it.</summary>
internal static class LimitInk
{
    private const int Steps = 120;

    public static void Place(Picture picture, FunnelSpec spec, Frame frame)
    {
        foreach (var tail in new[] { ControlLimits.Outer, ControlLimits.Inner })
        {
            var limits = Sizes(frame).Select(size => (Size: size, Limits: ControlLimits.At(spec, size, tail))).ToList();
            PlaceRuns(picture, frame, limits.Select(at => (at.Size, at.Limits.Low)), tail);
            PlaceRuns(picture, frame, limits.Select(at => (at.Size, at.Limits.High)), tail);
        }

        var level = frame.Y.Pixel((decimal)(spec.Centre!.Value * (double)spec.Scale));
        picture.Shapes.Add(Polyline.Between(frame.Area.X, level, frame.Area.Right, level, picture.Colours.Neutral, 1.5f));
    }

    public static Polyline Line(IReadOnlyList<Dot> points, double tail, string colour) =>
        new(points, colour, 1.25f, tail == ControlLimits.Inner ? Dash.Dashed : Dash.Solid);

    /// <summary>Closer together where the units are small, for there the limits bend.</summary>
    private static IEnumerable<double> Sizes(Frame frame) => Enumerable.Range(0, Steps + 1)
        .Select(step => Math.Max(1, Math.Round(frame.X.High * step * step / (Steps * Steps)))).Distinct();

    /// <summary>Where a limit lies beyond the axis there is no line: one along the edge would look like a limit.</summary>
    private static void PlaceRuns(Picture picture, Frame frame, IEnumerable<(double Size, double Limit)> limits, double tail)
    {
        var run = new List<Dot>();
        foreach (var (size, limit) in limits.Append((0, double.NaN)))
        {
            if (limit >= frame.Y.Low && limit <= frame.Y.High)
            {
                run.Add(new Dot(frame.X.Pixel((decimal)size), frame.Y.Pixel((decimal)limit)));
                continue;
            }

            if (run.Count > 1)
                picture.Shapes.Add(Line([.. run], tail, picture.Colours.Muted));
            run.Clear();
        }
    }
}
