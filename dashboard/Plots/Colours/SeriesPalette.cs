namespace EduAnalytics.Plots.Colours;

/// <summary>
/// Eight colours after Okabe and Ito, told apart with any colour vision. On white they are darkened until a thin
/// line and its label can be read, so yellow became a dark ochre; on black they are the bright originals.
/// </summary>
internal static class SeriesPalette
{
    public const int Count = 8;

    private static readonly string[] OnLight =
        ["#0067a3", "#b84a00", "#00795a", "#a3447e", "#946600", "#2578b5", "#6b6300", "#3d4248"];

    private static readonly string[] OnDark =
        ["#5cb8ee", "#ff8a4c", "#2fc09a", "#e59ac4", "#f0ac1c", "#93cdf3", "#f0e442", "#e0e0e0"];

    public static string Colour(PlotTheme theme, int index) =>
        (theme == PlotTheme.Dark ? OnDark : OnLight)[index % Count];

    /// <summary>
    /// Which colour each coloured series takes. The order of the ids decides, so that sorting or filtering a page
    /// differently does not repaint its lines; an index asked for by name goes first.
    /// </summary>
    public static IReadOnlyDictionary<string, int> Assign(IEnumerable<LineSeries> coloured)
    {
        var byId = coloured.OrderBy(series => series.Id, StringComparer.Ordinal).ToList();
        var assigned = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var series in byId)
            if (series.ColourIndex is { } asked && !assigned.ContainsValue(asked))
                assigned.Add(series.Id, asked);
        foreach (var series in byId.Where(series => !assigned.ContainsKey(series.Id)))
            assigned.Add(series.Id, Enumerable.Range(0, Count).First(index => !assigned.ContainsValue(index)));
        return assigned;
    }
}
