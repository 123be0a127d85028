using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals;

/// <summary>What to draw, or why it cannot be drawn from this indicator or these units.</summary>
public sealed record PlotAnswer
{
    private PlotAnswer(PlotSpec? spec, string? obstacle, PlotObstacle? kind) => (Spec, Obstacle, Kind) = (spec, obstacle, kind);

    public PlotSpec? Spec { get; }

    /// <summary>One sentence in English for the program that asked; null where there is a plot.</summary>
    public string? Obstacle { get; }

    /// <summary>The same for a page, which has words of its own; null where there is a plot.</summary>
    public PlotObstacle? Kind { get; }

    public static PlotAnswer Of(PlotSpec spec) => new(spec, null, null);

    public static PlotAnswer Because(PlotObstacle kind, string obstacle) => new(null, obstacle, kind);
}

/// <summary>Why there is nothing to draw.</summary>
public enum PlotObstacle
{
    /// <summary>No unit has a value in the years chosen.</summary>
    NoData,

    /// <summary>The indicator is no share of people.</summary>
    NoShare,

    /// <summary>Rates are stated without the counts behind them.</summary>
    NoCounts,

    /// <summary>A change needs two periods with data.</summary>
    OnePeriod,

    /// <summary>Nothing that adds up is known in both periods.</summary>
    NoParts,

    /// <summary>The indicator is kept for no stage or for one only.</summary>
    NoStages,

    /// <summary>The unit is a school: nothing lies below it.</summary>
    NoUnitsBelow,

    /// <summary>The indicator is not counted from student records.</summary>
    NotCounted,

    /// <summary>The indicator counts on days between which students move up: only a school year has grades.</summary>
    GradesDiffer,

    /// <summary>No student records stand behind the period.</summary>
    NoRecords,

    /// <summary>Some count is too small to be shown.</summary>
    Withheld,

    /// <summary>The gateway could not answer this part of the question.</summary>
    NotRead,
}
