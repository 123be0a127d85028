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

    /// <summary>{0} when what is shown last held.</summary>
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

    /// <summary>{0} a value that had none before it.</summary>
    public required string FirstValue { get; init; }

    public required string Stale { get; init; }

    public required string Ended { get; init; }

    /// <summary>{0} time of day at which all held, {1} when the newest record was accepted.</summary>
    public required string HeardAndAsOf { get; init; }

    public required string NoRecordYet { get; init; }

    public required string Now { get; init; }

    public required string Above { get; init; }

    /// <summary>Before a value's change.</summary>
    public required string WithinHour { get; init; }

    public required string Today { get; init; }

    public required string Kind { get; init; }

    public required string Submissions { get; init; }

    public required string Lines { get; init; }

    /// <summary>In the place of a number of lines that is for the unit's staff.</summary>
    public required string LinesForStaff { get; init; }

    /// <summary>{0} stage, {1} its value, {2} the target it misses, {3} the year of both.</summary>
    public required string StageMiss { get; init; }

    /// <summary>{0} moment.</summary>
    public required string CountedSince { get; init; }

    public required string Pulse { get; init; }

    public required string PulseUnit { get; init; }

    /// <summary>{0} all, {1} the most in one minute, {2} that minute.</summary>
    public required string PulseSummary { get; init; }

    public required string NothingArrived { get; init; }

    public required string Time { get; init; }

    /// <summary>By kind of submission, in lower case.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }
}
