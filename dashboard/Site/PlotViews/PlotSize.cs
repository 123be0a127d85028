using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>How large a plot is drawn and on what.</summary>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels; a ranking's follows from its rows.</param>
public sealed record PlotSize(int Width, int Height, PlotTheme Theme)
{
    /// <summary>On a page beside other columns.</summary>
    public static readonly PlotSize Wide = new(860, 440, PlotTheme.Light);

    /// <summary>In a narrow column beside the wide plot.</summary>
    public static readonly PlotSize Column = new(440, 440, PlotTheme.Light);

    /// <summary>One of two side by side.</summary>
    public static readonly PlotSize Half = new(510, 440, PlotTheme.Light);

    /// <summary>On a phone.</summary>
    public static readonly PlotSize Narrow = new(350, 380, PlotTheme.Light);
}
