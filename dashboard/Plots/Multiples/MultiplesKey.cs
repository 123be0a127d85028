using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Lines;

namespace EduAnalytics.Plots.Multiples;

/// <summary>What the key of small multiples explains: only what occurs in them.</summary>
internal static class MultiplesKey
{
    private const double Half = Key.LineSign / 2;

    public static IEnumerable<KeyItem> Items(MultiplesSpec spec, ThemeColours colours)
    {
        if (spec.Target is { } target && spec.Panels.Count > 0)
            yield return new KeyItem(
                target.Label,
                (x, y) => [Polyline.Between(x - Half, y, x + Half, y, colours.Target, Polyline.TargetWidth, Dash.Dotted)]);
        if (spec.Panels.Count > 1)
            yield return new KeyItem(spec.Others, (x, y) => [Polyline.Between(x - Half, y, x + Half, y, colours.Others, 1)]);
        if (spec.Panels.Any(panel => panel.Synthetic))
            yield return new KeyItem(
                spec.Texts.SyntheticKey,
                (x, y) => [Polyline.Between(x - Half, y, x + Half, y, colours.Neutral, colours.LineWidth, Dash.Dashed)]);
        if (spec.Panels.Any(panel => panel.Points.Any(point => point is { Value: not null, Basis: PointBasis.Reported })))
            yield return new KeyItem(
                spec.Texts.ReportedKey,
                (x, y) => [new Markers([new Dot(x, y)], SeriesLook.Form(PointBasis.Reported), 5, colours.Neutral, colours.Neutral)],
                Key.MarkerSign);
    }
}
