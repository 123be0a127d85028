using System.Globalization;
using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Strips;

/// <summary>What the key of a strip plot explains: only signs that occur in it.</summary>
internal static class StripKey
{
    public static IEnumerable<KeyItem> Items(StripSpec spec, int unnamed, ThemeColours colours)
    {
        var points = spec.Groups.SelectMany(group => group.Points.Select(point => (Point: point, Outlier: group.IsOutlier(point)))).ToList();
        if (points.Exists(one => one is { Outlier: false, Point.Synthetic: false }))
            yield return Sign(spec.Texts.Point, outlier: false, synthetic: false, colours);
        if (points.Exists(one => one.Point.Synthetic))
            yield return Sign(spec.Texts.SyntheticKey, outlier: false, synthetic: true, colours);
        if (points.Exists(one => one.Outlier))
            yield return Sign(spec.Texts.Outlier, outlier: true, points.TrueForAll(one => !one.Outlier || one.Point.Synthetic), colours);
        if (spec.Groups.Any(group => group.Box is not null))
            yield return new KeyItem(spec.Texts.Box, (x, y) => GroupInk.Box(x - 12, x - 1, x + 12, y, 6, colours));
        if (unnamed > 0)
            yield return new KeyItem(string.Format(CultureInfo.GetCultureInfo(spec.Culture), spec.Texts.UnnamedNote, unnamed));
    }

    private static KeyItem Sign(string text, bool outlier, bool synthetic, ThemeColours colours) => new(
        text, (x, y) => [GroupInk.Dot([new Dot(x, y)], outlier, synthetic, colours)], Key.MarkerSign);
}
