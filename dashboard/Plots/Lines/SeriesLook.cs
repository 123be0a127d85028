using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Lines;

/// <summary>How one series is drawn.</summary>
internal sealed record SeriesLook(LineSeries Series, string Colour, bool Coloured, ThemeColours Theme)
{
    /// <summary>Pixels across a marker of a coloured series.</summary>
    public const float MarkerSize = 7;

    private const int MostWithoutChoice = 6;

    public Dash Dash => Series.Synthetic ? Dash.Dashed : Dash.Solid;

    public float LineWidth => Coloured ? Theme.LineWidth : 1.25f;

    public Markers Markers(IReadOnlyList<Dot> points, PointBasis basis, float size) => new(
        points,
        Form(basis),
        size,
        Series.Synthetic ? Theme.Surface : Colour,
        Colour);

    public static MarkerForm Form(PointBasis basis) =>
        basis == PointBasis.Reported ? MarkerForm.Square : MarkerForm.Circle;

    /// <summary>Looks in painting order: grey ones first, so that no grey line covers a coloured one.</summary>
    public static IReadOnlyList<SeriesLook> Choose(LineSpec spec, ThemeColours theme)
    {
        var coloured = WithColour(spec);
        var indexes = SeriesPalette.Assign(coloured);
        return
        [
            .. spec.Series
                .Select(series => indexes.TryGetValue(series.Id, out var index)
                    ? new SeriesLook(series, SeriesPalette.Colour(spec.Theme, index), true, theme)
                    : new SeriesLook(series, theme.Others, false, theme))
                .OrderBy(look => look.Coloured),
        ];
    }

    private static List<LineSeries> WithColour(LineSpec spec)
    {
        if (spec.Series.Any(series => series.Highlighted))
            return [.. spec.Series.Where(series => series.Highlighted).Take(SeriesPalette.Count)];
        return spec.Series.Count <= SeriesPalette.Count
            ? [.. spec.Series]
            : [.. spec.Series.Take(MostWithoutChoice)];
    }
}
