namespace EduAnalytics.Plots.Colours;

/// <summary>The colours of one theme as <c>#rrggbb</c>, apart from those of the series.</summary>
internal sealed record ThemeColours(
    string Surface, string Text, string Muted, string Grid, string Axis, string Others, string Band,
    string Target, string Met, string Missed, string Neutral, float LineWidth)
{
    private static readonly ThemeColours Light = new(
        Surface: "#ffffff", Text: "#1f2328", Muted: "#59636e", Grid: "#e4e8ec", Axis: "#8c959f", Others: "#a3acb5",
        Band: "#eaeef2", Target: "#1f2328", Met: "#00795a", Missed: "#b84a00", Neutral: "#0067a3", LineWidth: 2);

    private static readonly ThemeColours Dark = new(
        Surface: "#1f1f1f", Text: "#f0f0f0", Muted: "#b4b4b4", Grid: "#3a3a3a", Axis: "#7d7d7d", Others: "#7f868d",
        Band: "#2e2e2e", Target: "#f0f0f0", Met: "#2fc09a", Missed: "#ff8a4c", Neutral: "#5cb8ee", LineWidth: 2);

    // Paper: black text, and nothing so faint that a copier would lose it.
    private static readonly ThemeColours Print = new(
        Surface: "#ffffff", Text: "#000000", Muted: "#333333", Grid: "#d0d0d0", Axis: "#333333", Others: "#8a8a8a",
        Band: "#e6e6e6", Target: "#000000", Met: "#00614a", Missed: "#a03c00", Neutral: "#00518a", LineWidth: 2.5f);

    public static ThemeColours Of(PlotTheme theme) => theme switch
    {
        PlotTheme.Light => Light,
        PlotTheme.Dark => Dark,
        PlotTheme.Print => Print,
        _ => throw new ArgumentOutOfRangeException(nameof(theme), theme, "Not a theme."),
    };
}
