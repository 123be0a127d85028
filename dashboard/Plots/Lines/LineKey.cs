using System.Globalization;
using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Lines;

/// <summary>What the key of a line plot explains: only signs that occur in it.</summary>
internal static class LineKey
{
    private const double Half = Key.LineSign / 2;

    /// <param name="spec">The plot.</param>
    /// <param name="looks">In painting order.</param>
    /// <param name="inKey">The coloured series and the target are named here and not beside their lines.</param>
    /// <param name="unnamed">How many series are named nowhere.</param>
    public static IEnumerable<KeyItem> Items(
        LineSpec spec, IReadOnlyList<SeriesLook> looks, bool inKey, int unnamed)
    {
        var drawn = looks.Where(look => HasValue(look.Series)).ToList();
        if (inKey)
            foreach (var look in drawn.Where(look => look.Coloured))
                yield return new KeyItem(Name(spec, look.Series), (x, y) => LineSign(look, x, y));
        if (inKey && spec.Target is { } target)
            yield return new KeyItem(
                target.Label,
                (x, y) => [Polyline.Between(
                    x - Half, y, x + Half, y, ThemeColours.Of(spec.Theme).Target, Polyline.TargetWidth, Dash.Dotted)]);
        foreach (var look in looks.Where(look => !HasValue(look.Series)))
            yield return new KeyItem($"{Name(spec, look.Series)} – {look.Series.Withheld ?? spec.Texts.NoData}");
        foreach (var item in Bases(spec, drawn))
            yield return item;
        if (drawn.FirstOrDefault(look => look.Series.Synthetic) is { } synthetic)
            yield return new KeyItem(
                spec.Texts.SyntheticKey,
                (x, y) => LineSign(synthetic with { Colour = synthetic.Theme.Muted }, x, y));
        if (spec.Band is { } band && looks.Count > 0)
            yield return new KeyItem(
                band.Label,
                (x, y) => [Polygon.Box(new PixelBox(x - Half, y - 6, Half * 2, 12), looks[0].Theme.Band)]);
        if (unnamed > 0)
            yield return new KeyItem(
                string.Format(CultureInfo.GetCultureInfo(spec.Culture), spec.Texts.UnnamedNote, unnamed),
                (x, y) => [Polyline.Between(x - Half, y, x + Half, y, looks[0].Theme.Others, 1.25f)]);
    }

    /// <summary>Round markers need no words while all are round.</summary>
    private static IEnumerable<KeyItem> Bases(LineSpec spec, List<SeriesLook> drawn)
    {
        var bases = drawn.SelectMany(look => look.Series.Points)
            .Where(point => point.Value is not null).Select(point => point.Basis).ToHashSet();
        if (!bases.Contains(PointBasis.Reported))
            yield break;
        yield return Basis(spec.Texts.ReportedKey, PointBasis.Reported, drawn[0].Theme.Muted);
        if (bases.Contains(PointBasis.Computed))
            yield return Basis(spec.Texts.ComputedKey, PointBasis.Computed, drawn[0].Theme.Muted);
    }

    private static KeyItem Basis(string text, PointBasis basis, string colour) => new(
        text,
        (x, y) => [new Markers([new Dot(x, y)], SeriesLook.Form(basis), SeriesLook.MarkerSize, colour, colour)],
        Key.MarkerSign);

    private static IEnumerable<Shape> LineSign(SeriesLook look, double x, double y) =>
    [
        Polyline.Between(x - Half, y, x + Half, y, look.Colour, look.Theme.LineWidth, look.Dash),
        look.Markers([new Dot(x, y)], look.Series.Points.First(point => point.Value is not null).Basis, SeriesLook.MarkerSize),
    ];

    private static string Name(LineSpec spec, LineSeries series) =>
        series.Synthetic ? series.Name + spec.Texts.SyntheticSuffix : series.Name;

    private static bool HasValue(LineSeries series) => series.Points.Any(point => point.Value is not null);
}
