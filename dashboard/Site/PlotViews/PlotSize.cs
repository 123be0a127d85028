using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>How large a plot is drawn and on what.</summary>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels; a ranking's follows from its rows.</param>
public sealed record PlotSize(int Width, int Height, PlotTheme Theme)
{
    /// <summary>On a page beside other columns.</summary>
    public static readonly PlotSize Wide = new(860, 440, PlotTheme.Light);

    /// <summary>The same beside the ranking of many units, which is longer than a screen: more lines find room for their names.</summary>
    public static readonly PlotSize Tall = new(860, 640, PlotTheme.Light);

    /// <summary>In a narrow column beside the wide plot.</summary>
    public static readonly PlotSize Column = new(440, 440, PlotTheme.Light);

    /// <summary>One of two side by side.</summary>
    public static readonly PlotSize Half = new(510, 440, PlotTheme.Light);

    /// <summary>On a phone: what a card leaves of 390 pixels, so that type is as large as it is drawn.</summary>
    public static readonly PlotSize Narrow = new(330, 380, PlotTheme.Light);
}
