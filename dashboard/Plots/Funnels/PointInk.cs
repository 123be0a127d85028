using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Funnels;

/// <summary>The units, and the names of those that chance does not explain.</summary>
internal static class PointInk
{
    private const float Size = 7;
    private const double Hit = 8;
    private const double NameGap = 7;
    private const double WidestName = 0.4;

    /// <returns>How many names found no room.</returns>
    public static int Place(Picture picture, FunnelSpec spec, Frame frame, Margins margins)
    {
        var places = spec.Points.ToDictionary(point => point.Id, point => ControlLimits.PlaceOf(spec, point), StringComparer.Ordinal);
        // What is usual first, so that no usual unit covers an unusual one.
        foreach (var point in spec.Points.OrderBy(point => places[point.Id]))
            picture.Shapes.Add(Marker([At(spec, frame, point)], places[point.Id], point.Synthetic, picture.Colours));
        foreach (var point in spec.Points)
            picture.Marks.Add(MarkOf(spec, point, At(spec, frame, point), places[point.Id], picture.Colours));

        var taken = picture.Marks.Select(mark => PixelBox.Around(mark.X, mark.Y, Size / 2)).ToList();
        return spec.Points.Where(point => point.Highlighted || places[point.Id] == FunnelPlace.Outside)
            .OrderByDescending(point => point.Highlighted).ThenByDescending(point => point.Denominator)
            .Count(point => !PlaceName(picture, spec, frame, point, taken, margins));
    }

    public static Markers Marker(IReadOnlyList<Dot> at, FunnelPlace place, bool synthetic, ThemeColours colours) => new(
        at, place == FunnelPlace.Outside ? MarkerForm.Square : MarkerForm.Circle, Size,
        synthetic ? colours.Surface : Colour(place, colours), Colour(place, colours));

    private static string Colour(FunnelPlace place, ThemeColours colours) =>
        place == FunnelPlace.Outside ? colours.Missed : colours.Neutral;

    private static Dot At(FunnelSpec spec, Frame frame, FunnelPoint point) =>
        new(frame.X.Pixel(point.Denominator), frame.Y.Pixel(spec.RateOf(point)));

    private static PlotMark MarkOf(FunnelSpec spec, FunnelPoint point, Dot at, FunnelPlace place, ThemeColours colours)
    {
        var rate = spec.RateOf(point);
        return new PlotMark(
            point.Id, point.Name, 0, spec.Period, rate,
            $"{spec.Numbers.WithUnit(rate)} ({spec.Count(point.Numerator)} ÷ {spec.Count(point.Denominator)})", at.X, at.Y,
            PixelBox.Around(at.X, at.Y, Hit), Colour(place, colours), point.Synthetic)
        { Note = spec.Texts.Of(place) };
    }

    /// <summary>Right of the point, left of it, above or below, wherever nothing stands.</summary>
    private static bool PlaceName(
        Picture picture, FunnelSpec spec, Frame frame, FunnelPoint point, List<PixelBox> taken, Margins margins)
    {
        var at = At(spec, frame, point);
        var suffix = point.Synthetic ? spec.Texts.SyntheticSuffix : "";
        var name = TextRuler.ShortenName(point.Name, frame.Area.Width * WidestName, margins.TextSize, point.Highlighted) + suffix;
        var level = PlacedText.BaselineFor(at.Y, margins.TextSize);
        (double X, double Baseline, Anchor Anchor)[] sides =
        [
            (at.X + NameGap, level, Anchor.Start), (at.X - NameGap, level, Anchor.End),
            (at.X, at.Y - NameGap, Anchor.Middle), (at.X, at.Y + NameGap + margins.TextSize, Anchor.Middle),
        ];
        foreach (var (x, baseline, anchor) in sides)
        {
            var text = new PlacedText(name, x, baseline, anchor, margins.TextSize, picture.Colours.Text)
            {
                Bold = point.Highlighted,
                Halo = picture.Colours.Surface,
            };
            var box = text.Box;
            if (box.X < frame.Area.X || box.Right > frame.Area.Right || box.Y < frame.Area.Y || box.Bottom > frame.Area.Bottom || taken.Exists(box.Overlaps))
                continue;
            picture.Texts.Add(text);
            taken.Add(box);
            return true;
        }

        return false;
    }
}
