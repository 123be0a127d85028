namespace EduAnalytics.Plots;

/// <summary>Org units as horizontal bars in the order given. The height follows from the rows.</summary>
public sealed record RankingSpec : PlotSpec
{
    public string Subtitle { get; init; } = "";

    /// <summary>The one period all values belong to; repeated in every mark.</summary>
    public required string Period { get; init; }

    public required ValueList<RankingRow> Rows { get; init; }

    public required RankingTexts Texts { get; init; }

    public TargetLine? Target { get; init; }
}

/// <param name="Id">Unique in the plot.</param>
/// <param name="Name">As printed before the bar.</param>
/// <param name="Value">In the plot's unit; null is listed in words and never drawn as zero.</param>
/// <param name="Status">Shown by colour, sign and word.</param>
/// <param name="Change">Change against the period before, as printed, such as <c>+1.2</c>; empty for none.</param>
public sealed record RankingRow(
    string Id, string Name, decimal? Value, RowStatus Status = RowStatus.None, string Change = "")
{
    /// <summary>Generated, not real: drawn paler with a dashed outline, and named with the suffix for it.</summary>
    public bool Synthetic { get; init; }

    public bool Highlighted { get; init; }

    /// <summary>Why the row's value is not shown, said in the place of it; null where there is none.</summary>
    public string? Withheld { get; init; }
}

/// <summary>None where the indicator has no target or the row no value.</summary>
public enum RowStatus { None, Met, Missed }

/// <summary>The words of a ranking beside its title and names.</summary>
public sealed record RankingTexts
{
    public required string Met { get; init; }

    public required string Missed { get; init; }

    public required string NoData { get; init; }

    /// <summary>Heads the column of changes, such as <c>较上年</c>.</summary>
    public required string Change { get; init; }

    public required string SyntheticSuffix { get; init; }

    public required string SyntheticKey { get; init; }
}
