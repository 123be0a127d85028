namespace EduAnalytics.Dashboard.Figures;

public enum Basis
{
    Computed,
    Reported,
}

public enum TargetStatus
{
    Met,
    Missed,
    NoTarget,
    NoData,
}

public enum Suppression
{
    SmallCount,
    Complementary,
    NotPermitted,
}

/// <summary>
/// One unit's value of one indicator in one period. Fields as in <c>Figures/Reading.graphql</c>; amounts in the indicator's
/// own unit.
/// </summary>
/// <param name="Value">Null for no data, or where <paramref name="Suppression"/> says why it is withheld.</param>
/// <param name="Reported">What an authority states where a computed value stands beside it.</param>
/// <param name="Change">Against the period before.</param>
/// <param name="AsOf">When the newest record behind the value was accepted.</param>
public sealed record Reading(
    string Period,
    SchoolStage? Stage,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    Basis Basis,
    decimal? Reported,
    decimal? Target,
    TargetStatus Status,
    decimal? Change,
    Suppression? Suppression,
    DateTimeOffset? AsOf,
    int? ReportedUnits,
    int? ExpectedUnits,
    int Version)
{
    /// <summary>The place of a period that has no reading.</summary>
    public static Reading None(string period) => new(
        period, null, null, null, null, Basis.Computed, null, null, TargetStatus.NoData, null, null, null, null, null, 0);
}
