namespace EduAnalytics.Dashboard.Texts;

/// <summary>What contradicts, jumps or breaks a bound.</summary>
public sealed record FindingTexts
{
    /// <summary>{0} how many.</summary>
    public required string Title { get; init; }

    public required string None { get; init; }

    /// <summary>{0} how many more.</summary>
    public required string More { get; init; }

    public required string Critical { get; init; }

    public required string Warning { get; init; }

    public required string Info { get; init; }
}
