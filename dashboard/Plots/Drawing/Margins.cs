namespace EduAnalytics.Plots.Drawing;

/// <summary>White space and type sizes in pixels: one set for a page's column, one for a phone.</summary>
internal sealed record Margins(double Side, double Top, double TitleSize, double TextSize)
{
    private static readonly Margins Wide = new(Side: 16, Top: 12, TitleSize: 16, TextSize: 12);
    private static readonly Margins Narrow = new(Side: 12, Top: 10, TitleSize: 15, TextSize: 12);

    public static Margins For(PlotSpec spec) => spec.Compact ? Narrow : Wide;

    /// <summary>From one line of small text to the next.</summary>
    public double LineHeight => TextSize + 5;
}
