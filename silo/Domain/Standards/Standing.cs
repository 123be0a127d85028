using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Standards;

/// <summary>A unit against one criterion.</summary>
/// <param name="Reading">Null where there is no data.</param>
internal sealed record Standing(Criterion Criterion, OrgUnitId OrgUnit, Reading? Reading)
{
    /// <summary>Digits to which a margin is given that its indicator's decimals would make zero.</summary>
    private const int FineDecimals = 6;

    public TargetStatus Status => Reading is null ? TargetStatus.NoData
        : Criterion.Target.IsMetBy(Reading.Exact) ? TargetStatus.Met
        : TargetStatus.Missed;

    public CriterionResult ToResult()
    {
        var missed = Status == TargetStatus.Missed;
        var remedy = missed ? Reading!.Lever?.RemedyFor(Criterion.Target) : null;
        return new CriterionResult
        {
            Criterion = Criterion.Code,
            OrgUnit = OrgUnit,
            Value = Reading is null ? null : Shown(Reading, Criterion.Indicator.Decimals),
            Status = Status,
            Margin = Reading is null ? null : MarginOf(Criterion, Reading.Exact, Criterion.Indicator.Decimals),
            Basis = Reading?.Basis ?? Basis.Computed,
            Remedies = remedy is null ? [] : [remedy],
            Obstacle = !missed || remedy is not null ? null
                : Reading!.Lever is null ? RemedyObstacle.NoComponents
                : RemedyObstacle.NotByThisMeasure,
        };
    }

    public static decimal Shown(Reading reading, int decimals) =>
        reading.Basis == Basis.Reported ? reading.Exact : decimal.Round(reading.Exact, decimals, MidpointRounding.AwayFromZero);

    /// <summary>A miss by a hair must not read as a margin of zero.</summary>
    public static decimal MarginOf(Criterion criterion, decimal exact, int decimals)
    {
        var margin = criterion.MarginOf(exact);
        var rounded = decimal.Round(margin, decimals, MidpointRounding.AwayFromZero);
        return rounded == 0 ? decimal.Round(margin, FineDecimals, MidpointRounding.AwayFromZero) : rounded;
    }
}
