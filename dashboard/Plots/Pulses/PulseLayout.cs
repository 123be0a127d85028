using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Pulses;

/// <summary>Lays a pulse out: heading, bars on a value axis from zero, the time under them. The newest bar stands out.</summary>
internal static class PulseLayout
{
    private const double TimeRow = 24;
    private const double TickGap = 10;
    private const double BetweenTicks = 40;
    private const double Gap = 0.25;
    private const double BetweenNames = 24;
    private const double LeastBar = 2;

    public static Picture Draw(PulseSpec spec)
    {
        var margins = Margins.For(spec);
        var picture = new Picture(spec.Width, spec.Height, ThemeColours.Of(spec.Theme));
        var top = Heading.Place(picture, spec.Title, spec.Subtitle, margins) + 10;
        var bottom = Math.Max(top + 1, spec.Height - TimeRow - margins.Top / 2);
        var axis = ValueAxis.Over(
            [0, Math.Max(1, spec.Bars.Max(bar => bar.Amount))], 0, null, (int)Math.Clamp((bottom - top) / BetweenTicks, 1, 5));
        var ticks = axis.Ticks.Where(tick => tick == decimal.Truncate(tick) || spec.Decimals > 0).ToList();
        var left = margins.Side + ticks.Max(tick => TextRuler.Width(spec.Numbers.OnAxis(tick, axis.Largest), margins.TextSize)) + TickGap;
        picture.PlotArea = new PixelBox(left, top, Math.Max(1, spec.Width - margins.Side - left), bottom - top);
        var scale = new Scale((double)axis.Low, (double)axis.High, bottom, top);
        PlaceAxis(picture, spec, axis, ticks, scale, margins);
        PlaceBars(picture, spec, scale);
        PlaceTimes(picture, spec, margins);
        if (spec.Bars.All(bar => bar.Amount == 0))
            Notice.Place(picture, picture.PlotArea, spec.Texts.Nothing, margins);
        return picture;
    }

    private static void PlaceAxis(Picture picture, PulseSpec spec, ValueAxis axis, List<decimal> ticks, Scale scale, Margins margins)
    {
        var area = picture.PlotArea;
        foreach (var tick in ticks)
        {
            var y = scale.Pixel(tick);
            picture.Shapes.Add(Polyline.Between(area.X, y, area.Right, y, picture.Colours.Grid, 1));
            picture.Texts.Add(new PlacedText(
                spec.Numbers.OnAxis(tick, axis.Largest), area.X - 8, PlacedText.BaselineFor(y, margins.TextSize), Anchor.End, margins.TextSize, picture.Colours.Muted));
        }

        picture.Shapes.Add(Polyline.Between(area.X, area.Bottom, area.Right, area.Bottom, picture.Colours.Axis, 1));
    }

    private static void PlaceBars(Picture picture, PulseSpec spec, Scale scale)
    {
        var (area, step) = (picture.PlotArea, StepOf(picture, spec));
        foreach (var (i, bar) in spec.Bars.Index())
        {
            var x = area.X + i * step;
            var top = bar.Amount == 0 ? area.Bottom : Math.Min(scale.Pixel(bar.Amount), area.Bottom - LeastBar);
            // A step that is not over yet is paler: it is lower than the others only because it goes on.
            var colour = i == spec.Bars.Count - 1 ? Blend.Fade(picture.Colours.Neutral, picture.Colours.Surface, 0.5) : picture.Colours.Neutral;
            if (bar.Amount > 0)
                picture.Shapes.Add(Polygon.Box(new PixelBox(x + step * Gap / 2, top, step * (1 - Gap), area.Bottom - top), colour));
            picture.Marks.Add(new PlotMark(
                "pulse", spec.Title, i, bar.Name, bar.Amount, spec.Numbers.WithUnit(bar.Amount), x + step / 2, top,
                new PixelBox(x, area.Y, step, area.Height), colour, false));
        }
    }

    /// <summary>From the newest back, as many as have room.</summary>
    private static void PlaceTimes(Picture picture, PulseSpec spec, Margins margins)
    {
        var (area, step) = (picture.PlotArea, StepOf(picture, spec));
        var widest = spec.Bars.Max(bar => TextRuler.Width(bar.Name, margins.TextSize));
        var stride = Math.Max(1, (int)Math.Ceiling((widest + BetweenNames) / step));
        for (var i = spec.Bars.Count - 1; i >= 0; i -= stride)
        {
            var at = area.X + (i + 0.5) * step;
            picture.Shapes.Add(Polyline.Between(at, area.Bottom, at, area.Bottom + 4, picture.Colours.Axis, 1));
            picture.Texts.Add(new PlacedText(
                spec.Bars[i].Name, Math.Clamp(at, widest / 2 + 4, picture.Width - widest / 2 - 4), area.Bottom + 6 + margins.TextSize, Anchor.Middle,
                margins.TextSize, picture.Colours.Muted));
        }
    }

    private static double StepOf(Picture picture, PulseSpec spec) => picture.PlotArea.Width / spec.Bars.Count;
}
