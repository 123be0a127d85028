namespace EduAnalytics.Dashboard.Texts;

/// <summary>The page of what is happening now.</summary>
public sealed record LiveTexts
{
    public required string Title { get; init; }

    public required string Introduction { get; init; }

    public required string Connecting { get; init; }

    public required string Connected { get; init; }

    public required string Broken { get; init; }

    public required string NoScript { get; init; }

    /// <summary>{0} time of day.</summary>
    public required string LastChange { get; init; }

    public required string NoChangeYet { get; init; }

    /// <summary>{0} time of day.</summary>
    public required string AsOf { get; init; }

    public required string Dropout { get; init; }

    public required string Fitness { get; init; }

    public required string DroppedOut { get; init; }

    public required string Enrolled { get; init; }

    public required string DropoutRate { get; init; }

    public required string Tested { get; init; }

    public required string ExcellentGood { get; init; }

    public required string Feed { get; init; }

    public required string FeedEmpty { get; init; }

    /// <summary>{0} unit, {1} indicator, {2} value.</summary>
    public required string FeedLine { get; init; }

    /// <summary>{0} value before, {1} value now.</summary>
    public required string FromTo { get; init; }

    public required string Stale { get; init; }

    public required string Districts { get; init; }
}
