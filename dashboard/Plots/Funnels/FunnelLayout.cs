using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Funnels;

/// <summary>Lays a funnel plot out: heading, unit, limits, points with the names of those outside, sizes, key.</summary>
internal static class FunnelLayout
{
    private const double BetweenTicks = 46;
    private const double TickGap = 8;

    public static Picture Draw(FunnelSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var margins = Margins.For(spec);
        // How many names find room is known only at the end, and the key that says so decides the height.
        var sketch = new Picture(spec.Width, 0, colours);
        var top = Heading.Place(sketch, spec.Title, spec.Subtitle, margins) + 6;
        if (spec.Unit.Length > 0)
        {
            sketch.Texts.Add(new PlacedText(
                spec.Unit, margins.Side, top + margins.TextSize, Anchor.Start, margins.TextSize, colours.Muted));
            top += margins.LineHeight;
        }

        var bottom = Math.Max(top + 8 + 120, spec.Height - HorizontalAxis.Height - margins.LineHeight * 2);
        var unnamed = Fill(sketch, spec, top + 8, bottom, margins);
        var key = new Key(FunnelKey.Items(spec, unnamed, colours), spec.Width, margins);
        var end = bottom + HorizontalAxis.Height + margins.LineHeight + 2;
        var picture = new Picture(spec.Width, (int)Math.Ceiling(end + key.Height + margins.Top / 2), colours)
        {
            PlotArea = sketch.PlotArea,
        };
        picture.Shapes.AddRange(sketch.Shapes);
        picture.Texts.AddRange(sketch.Texts);
        picture.Marks.AddRange(sketch.Marks);
        key.Place(picture, picture.Height - margins.Top / 2 - key.Height);
        return picture;
    }

    /// <returns>How many names found no room.</returns>
    private static int Fill(Picture picture, FunnelSpec spec, double top, double bottom, Margins margins)
    {
        var rates = RateAxis(spec, bottom - top);
        var left = margins.Side + rates.Ticks.Max(tick => TextRuler.Width(spec.Numbers.OnAxis(tick, rates.Largest), margins.TextSize)) + TickGap;
        var area = new PixelBox(left, top, Math.Max(1, spec.Width - margins.Side - 4 - left), bottom - top);
        var sizes = ValueAxis.Over(
            [0, .. spec.Points.Select(point => point.Denominator)], 0, null, HorizontalAxis.Ticks(area.Width));
        var frame = new Frame(
            area,
            new Scale((double)sizes.Low, (double)sizes.High, area.X, area.Right),
            new Scale((double)rates.Low, (double)rates.High, area.Bottom, area.Y));
        picture.PlotArea = area;
        PlaceGrid(picture, spec, frame, rates, sizes, margins);
        if (spec.Points.Count == 0)
        {
            Notice.Place(picture, area, spec.Texts.NoData, margins);
            return 0;
        }

        LimitInk.Place(picture, spec, frame);
        return PointInk.Place(picture, spec, frame, margins);
    }

    /// <summary>Over the points and the limits, but not the outer ones of the smallest units, which would flatten all else.</summary>
    private static ValueAxis RateAxis(FunnelSpec spec, double height)
    {
        var values = spec.Points.Select(spec.RateOf).ToList();
        if (spec.Points.Count > 0)
        {
            var sizes = spec.Points.Select(point => (double)point.Denominator).Order().ToList();
            var (low, high) = ControlLimits.At(spec, sizes[0], ControlLimits.Inner);
            var (lowest, highest) = ControlLimits.At(spec, sizes[sizes.Count / 2], ControlLimits.Outer);
            values.AddRange([(decimal)low, (decimal)high, (decimal)lowest, (decimal)highest]);
        }

        var ceiling = spec.Model == FunnelModel.Binomial ? spec.Scale : (decimal?)null;
        return ValueAxis.Over(values, 0, ceiling, (int)Math.Clamp(height / BetweenTicks, 2, 8));
    }

    private static void PlaceGrid(
        Picture picture, FunnelSpec spec, Frame frame, ValueAxis rates, ValueAxis sizes, Margins margins)
    {
        foreach (var tick in rates.Ticks)
        {
            var y = frame.Y.Pixel(tick);
            picture.Shapes.Add(Polyline.Between(frame.Area.X, y, frame.Area.Right, y, picture.Colours.Grid, 1));
            picture.Texts.Add(new PlacedText(
                spec.Numbers.OnAxis(tick, rates.Largest), frame.Area.X - TickGap, PlacedText.BaselineFor(y, margins.TextSize), Anchor.End,
                margins.TextSize, picture.Colours.Muted));
        }

        HorizontalAxis.Place(picture, frame.Area, frame.X, sizes, new NumberText(spec.Culture, 0, ""), margins);
        picture.Texts.Add(new PlacedText(
            TextRuler.Shorten(spec.Texts.Denominator, frame.Area.Width, margins.TextSize), frame.Area.Right,
            frame.Area.Bottom + HorizontalAxis.Height + margins.TextSize, Anchor.End, margins.TextSize, picture.Colours.Muted));
    }
}
