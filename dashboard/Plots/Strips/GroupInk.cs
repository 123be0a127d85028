using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Strips;

/// <summary>One row: name, box, dots and the names of the outliers.</summary>
internal static class GroupInk
{
    private const double DotGap = 1;
    private const double Hit = 6;
    private const float Ring = 8;

    /// <returns>How many schools to be named found no room for their names.</returns>
    public static int Place(
        Picture picture, StripSpec spec, StripGroup group, StripRows rows, Scale scale, double top, Margins margins)
    {
        var middle = top + rows.Middle(group);
        picture.Texts.Add(new PlacedText(
            TextRuler.ShortenName(group.Name, rows.NameWidth, margins.TextSize, bold: true), margins.Side,
            PlacedText.BaselineFor(top + rows.NameMiddle(group), margins.TextSize), Anchor.Start, margins.TextSize, picture.Colours.Text)
        { Bold = true, Halo = picture.Colours.Surface });
        if (group.Box is { } box)
            picture.Shapes.AddRange(Box(
                scale.Pixel(box.LowerQuartile), scale.Pixel(box.Median), scale.Pixel(box.UpperQuartile), middle, rows.HalfSwarm + 5,
                picture.Colours));
        if (group.Points.Count == 0)
        {
            picture.Texts.Add(new PlacedText(
                spec.Texts.NoData, rows.Left + 4, PlacedText.BaselineFor(middle, margins.TextSize), Anchor.Start, margins.TextSize,
                picture.Colours.Muted)
            { Halo = picture.Colours.Surface });
            return 0;
        }

        var marks = Dots(picture, spec, group, rows, scale, middle);
        return OutlierNames.Place(picture, spec, marks, new OutlierRoom(rows.Left, rows.Right, middle, rows.HalfSwarm + 6), margins);
    }

    public static IEnumerable<Shape> Box(
        double lower, double median, double upper, double middle, double half, ThemeColours colours) =>
    [
        Polygon.Box(new PixelBox(lower, middle - half, Math.Max(2, upper - lower), half * 2), colours.Band, colours.Others),
        Polyline.Between(median, middle - half, median, middle + half, colours.Text, 2),
    ];

    public static Markers Dot(IReadOnlyList<Dot> at, bool outlier, bool synthetic, ThemeColours colours) => new(
        at, outlier ? MarkerForm.Square : MarkerForm.Circle, outlier ? StripRows.Dot + 2 : StripRows.Dot,
        synthetic ? colours.Surface : Colour(outlier, colours), Colour(outlier, colours));

    /// <returns>The marks of the schools to be named, in the order in which they are given room.</returns>
    private static List<PlotMark> Dots(
        Picture picture, StripSpec spec, StripGroup group, StripRows rows, Scale scale, double middle)
    {
        var points = group.Points.OrderBy(point => point.Value).ThenBy(point => point.Id, StringComparer.Ordinal).ToList();
        var along = points.Select(point => scale.Pixel(point.Value)).ToList();
        var offsets = Swarm.Offsets(along, StripRows.Dot + 1.5 + DotGap, rows.HalfSwarm);
        var named = new List<(StripPoint Point, PlotMark Mark)>();
        foreach (var (i, point) in points.Index())
        {
            var outlier = group.IsOutlier(point);
            var (x, y) = (along[i], middle + offsets[i]);
            if (point.Highlighted)
                picture.Shapes.Add(new Markers(
                    [new Dot(x, y)], MarkerForm.Circle, StripRows.Dot + Ring, picture.Colours.Surface, picture.Colours.Text));
            picture.Shapes.Add(Dot([new Dot(x, y)], outlier, point.Synthetic, picture.Colours));
            var mark = new PlotMark(
                point.Id, point.Name, 0, spec.Period, point.Value, spec.Numbers.WithUnit(point.Value), x, y,
                PixelBox.Around(x, y, Hit), Colour(outlier, picture.Colours), point.Synthetic)
            { Note = outlier ? spec.Texts.Outlier : "" };
            picture.Marks.Add(mark);
            if (group.IsNamed(point))
                named.Add((point, mark));
        }

        // From the outermost inwards: whatever stays without a name is the least unusual.
        return [.. named.OrderByDescending(one => one.Point.Highlighted).ThenByDescending(one => Math.Abs(one.Mark.X - rows.Centre)).Select(one => one.Mark)];
    }

    private static string Colour(bool outlier, ThemeColours colours) => outlier ? colours.Missed : colours.Neutral;
}
