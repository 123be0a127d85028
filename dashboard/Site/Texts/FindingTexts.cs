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

    public required string Severity { get; init; }

    public required string AllSeverities { get; init; }

    public required string PageTitle { get; init; }

    /// <summary>{0} period, {1} how many.</summary>
    public required string Headline { get; init; }

    public required string Unit { get; init; }

    public required string Rule { get; init; }

    public required string AllRules { get; init; }

    public required string AllPeriods { get; init; }

    /// <summary>{0} a choice, {1} how many it lists.</summary>
    public required string Counted { get; init; }

    public required string ByRule { get; init; }

    public required string ByUnit { get; init; }

    /// <summary>{0} the unit itself, without those below it.</summary>
    public required string Itself { get; init; }

    /// <summary>{0} period.</summary>
    public required string Newest { get; init; }

    public required string Values { get; init; }

    public required string Number { get; init; }

    /// <summary>The head over what the numbers are.</summary>
    public required string What { get; init; }

    public required string Source { get; init; }

    /// <summary>{0} how many more.</summary>
    public required string MoreSources { get; init; }

    /// <summary>How a number came about, by its kind in lower case.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    /// <summary>What stands in the place of a source, by the number's kind in lower case.</summary>
    public required IReadOnlyDictionary<string, string> WithoutSource { get; init; }

    public required string Nothing { get; init; }

    public required string Pages { get; init; }

    /// <summary>{0} first, {1} last, {2} of how many.</summary>
    public required string Range { get; init; }

    public required string FirstPage { get; init; }

    public required string NextPage { get; init; }

    public required string SeeAll { get; init; }

    /// <summary>{0} how many.</summary>
    public required string Sources { get; init; }

    public required string State { get; init; }

    public required string AllStates { get; init; }

    public required string Open { get; init; }

    public required string Acknowledged { get; init; }

    public required string Acknowledge { get; init; }

    public required string Note { get; init; }

    public required string WordRule { get; init; }

    public required string Withdraw { get; init; }

    /// <summary>{0} a code.</summary>
    public required string WordRefused { get; init; }

    /// <summary>Why a word on a finding was not taken, by the gateway's code.</summary>
    public required IReadOnlyDictionary<string, string> Refusals { get; init; }
}
