using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Live;

/// <summary>
/// The live page at one moment, the same for all who watch it. It never changes: a new moment is a new scene, in which what
/// did not change is the very same object, so that a viewer need not look at it again.
/// </summary>
public sealed record LiveScene
{
    public static readonly LiveScene Empty = new();

    public LiveConnection Connection { get; init; } = LiveConnection.Connecting;

    /// <summary>Why nothing more will come without the reader's doing; null while it may.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>The unit that the page is about; null before anything was read.</summary>
    public OrgUnit? Unit { get; init; }

    public OrgUnit? Parent { get; init; }

    public Indicator? Dropout { get; init; }

    public Indicator? Fitness { get; init; }

    /// <summary>The unit first, then its children.</summary>
    public IReadOnlyList<LiveTileState> Tiles { get; init; } = [];

    public LiveActivity? Activity { get; init; }

    /// <summary>What moved within the last hour, the newest first.</summary>
    public IReadOnlyList<LiveChange> Changes { get; init; } = [];

    /// <summary>When the newest shown record was accepted; null where none says.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>When the gateway was last heard, and all this held; null before that.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Of the changes those that are told one by one.</summary>
    public IReadOnlyList<LiveChange> Feed { get; init; } = [];
}

/// <summary>What one unit's tile shows.</summary>
/// <param name="DropoutBefore">The value an hour ago, where it moved since.</param>
/// <param name="DropoutMisses">The stages whose newest year misses the target set for the stage, the youngest stage first.</param>
public sealed record LiveTileState(
    OrgUnit Unit, Reading? Dropout, Reading? Fitness, LiveChange? DropoutBefore, LiveChange? FitnessBefore, ValueList<StageMiss> DropoutMisses)
{
    /// <summary>Whether any target is missed, of all stages together or of one.</summary>
    public bool IsAlert => Dropout?.Status == TargetStatus.Missed || Fitness?.Status == TargetStatus.Missed || DropoutMisses.Count > 0;
}

/// <summary>A stage's value that misses the stage's target.</summary>
/// <param name="Year">The calendar year of both.</param>
public sealed record StageMiss(SchoolStage Stage, string Year, decimal Value, decimal Target);
