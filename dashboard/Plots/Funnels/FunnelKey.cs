using System.Globalization;
using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Funnels;

/// <summary>What the key of a funnel plot explains.</summary>
internal static class FunnelKey
{
    private const double Half = Key.LineSign / 2;

    public static IEnumerable<KeyItem> Items(FunnelSpec spec, int unnamed, ThemeColours colours)
    {
        if (spec.Centre is { } centre)
        {
            yield return new KeyItem(
                Fill(spec, spec.Texts.Centre, spec.Numbers.WithUnit((decimal)(centre * (double)spec.Scale))),
                (x, y) => [Polyline.Between(x - Half, y, x + Half, y, colours.Neutral, 1.5f)]);
            yield return Limit(spec.Texts.InnerLimit, ControlLimits.Inner, colours);
            yield return Limit(spec.Texts.OuterLimit, ControlLimits.Outer, colours);
        }

        if (spec.Points.Any(point => ControlLimits.PlaceOf(spec, point) == FunnelPlace.Outside))
            yield return new KeyItem(
                spec.Texts.Outside, (x, y) => [PointInk.Marker([new Dot(x, y)], FunnelPlace.Outside, synthetic: false, colours)], Key.MarkerSign);
        if (spec.Points.Any(point => point.Synthetic))
            yield return new KeyItem(
                spec.Texts.SyntheticKey, (x, y) => [PointInk.Marker([new Dot(x, y)], FunnelPlace.Within, synthetic: true, colours)], Key.MarkerSign);
        if (unnamed > 0)
            yield return new KeyItem(Fill(spec, spec.Texts.UnnamedNote, unnamed));
        if (spec.Withheld > 0)
            yield return new KeyItem(Fill(spec, spec.Texts.WithheldNote, spec.Withheld));
    }

    private static KeyItem Limit(string text, double tail, ThemeColours colours) => new(
        text, (x, y) => [LimitInk.Line([new Dot(x - Half, y), new Dot(x + Half, y)], tail, colours.Muted)]);

    private static string Fill(FunnelSpec spec, string format, object part) =>
        string.Format(CultureInfo.GetCultureInfo(spec.Culture), format, part);
}
