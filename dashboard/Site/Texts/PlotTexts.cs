namespace EduAnalytics.Dashboard.Texts;

/// <summary>Words drawn into the plots.</summary>
public sealed record PlotTexts
{
    public required string SyntheticSuffix { get; init; }

    public required string SyntheticKey { get; init; }

    public required string ComputedKey { get; init; }

    public required string ReportedKey { get; init; }

    public required string UnnamedNote { get; init; }

    public required string NoData { get; init; }

    public required string Change { get; init; }

    /// <summary>{0} indicator, {1} period.</summary>
    public required string RankingTitle { get; init; }

    /// <summary>{0} how many units, {1} first period, {2} last period.</summary>
    public required string LineDescription { get; init; }

    /// <summary>{0} indicator, {1} unit's name.</summary>
    public required string UnitTitle { get; init; }

    public required string Lowest { get; init; }

    public required string Highest { get; init; }

    /// <summary>Names the tick at the value of the period before.</summary>
    public required string Before { get; init; }

    /// <summary>Names the band of the districts not drawn as lines.</summary>
    public required string Others { get; init; }
}
