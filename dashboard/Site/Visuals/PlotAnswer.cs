using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals;

/// <summary>What to draw, or why it cannot be drawn from this indicator or these units.</summary>
public sealed record PlotAnswer
{
    private PlotAnswer(PlotSpec? spec, string? obstacle) => (Spec, Obstacle) = (spec, obstacle);

    public PlotSpec? Spec { get; }

    /// <summary>One sentence for the person who asked; null where there is a plot.</summary>
    public string? Obstacle { get; }

    public static PlotAnswer Of(PlotSpec spec) => new(spec, null);

    public static PlotAnswer Because(string obstacle) => new(null, obstacle);
}
