using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Standards;

/// <summary>The rule 'six of seven, and the seventh at 85 hundredths' for one school.</summary>
/// <param name="standings">The school against each of the rule's criteria.</param>
internal sealed class MostOfRule(Criterion criterion, CriterionScope.MostOf rule, OrgUnitId school, IReadOnlyList<Standing> standings)
{
    /// <summary>Fine enough for a fen missing from a school's equipment.</summary>
    private const int ShareDecimals = 10;

    private readonly List<Standing> missed = [.. standings.Where(standing => standing.Status == TargetStatus.Missed)];

    /// <summary>How many may be missed.</summary>
    private int Spare => standings.Count - (int)criterion.Threshold;

    public CriterionResult Assess()
    {
        var met = standings.Count(standing => standing.Status == TargetStatus.Met);
        var unknown = standings.Count - met - missed.Count;
        var status = StatusOf(unknown);
        var (remedies, obstacle) = status == TargetStatus.Missed ? Remedy() : ([], null);
        return new CriterionResult
        {
            Criterion = criterion.Code,
            OrgUnit = school,
            Value = status == TargetStatus.NoData ? null : met,
            Status = status,
            Margin = status == TargetStatus.NoData ? null : MarginOf(met, status),
            Remedies = remedies,
            Obstacle = obstacle,
        };
    }

    /// <summary>What is known can already be too little, whatever the unknown would say.</summary>
    private TargetStatus StatusOf(int unknown)
    {
        if (missed.Count > Spare || missed.Any(standing => !RestOf(standing).IsMetBy(standing.Reading!.Exact)))
            return TargetStatus.Missed;
        return unknown > 0 ? TargetStatus.NoData : TargetStatus.Met;
    }

    /// <summary>Where enough criteria are met and the rest stand too low, the miss is that of the lowest below its share.</summary>
    private decimal MarginOf(int met, TargetStatus status)
    {
        var margin = criterion.MarginOf(met);
        return status == TargetStatus.Met || margin < 0
            ? margin
            : decimal.Round(missed.Min(standing => standing.Reading!.Exact / standing.Criterion.Threshold) - rule.RestShare, ShareDecimals);
    }

    /// <summary>
    /// The criteria furthest from their thresholds are raised to the share only, which spares most; all the others to the
    /// whole threshold.
    /// </summary>
    private (ImmutableArray<Remedy> Remedies, RemedyObstacle? Obstacle) Remedy()
    {
        if (missed.Any(standing => standing.Reading!.Lever is null))
            return ([], RemedyObstacle.NoComponents);
        var furthestFirst = missed.OrderByDescending(standing => standing.Reading!.Lever!.ShortfallFrom(standing.Criterion.Target));
        var goals = furthestFirst.Select((standing, place) => (standing, Goal: place < Spare ? RestOf(standing) : standing.Criterion.Target));
        return ([.. goals.Select(item => item.standing.Reading!.Lever!.RemedyFor(item.Goal)).OfType<Remedy>()], null);
    }

    private Target RestOf(Standing standing) =>
        standing.Criterion.Target with { Value = standing.Criterion.Threshold * rule.RestShare };
}
