namespace EduAnalytics.Plots.Colours;

/// <summary>
/// Eight colours that begin as those of Okabe and Ito do, and were then moved apart, by lightness where the hue is not seen, until
/// any two are told apart with any colour vision. On white they are dark enough, and on black bright enough, for a label to be read.
/// </summary>
internal static class SeriesPalette
{
    public const int Count = 8;

    private static readonly string[] OnLight =
        ["#0067a3", "#b84a00", "#00503a", "#7a0a68", "#553908", "#796286", "#5a7741", "#17191c"];

    private static readonly string[] OnDark =
        ["#5cb8ee", "#ff8a4c", "#5b9764", "#b675af", "#f1b31c", "#b6f3ff", "#fdf000", "#b4ada9"];

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
