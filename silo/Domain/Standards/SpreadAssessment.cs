using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Standards;

/// <summary>A coefficient of variation, or the mean of several, against its limit.</summary>
internal static class SpreadAssessment
{
    /// <summary>Coefficients are published with three or four digits; four tell 0.5004 from 0.5.</summary>
    private const int SpreadDecimals = 4;

    /// <param name="spreads">Each with a coefficient.</param>
    /// <param name="expected">The schools of the stage, those without figures included.</param>
    public static CriterionResult Of(Criterion criterion, OrgUnitId unit, IReadOnlyList<MeasuredSpread> spreads, int expected)
    {
        var reading = new Reading(spreads.Average(one => one.Spread.Coefficient!.Value), Basis.Computed, null);
        var status = criterion.Target.IsMetBy(reading.Exact) ? TargetStatus.Met : TargetStatus.Missed;
        var remedy = status == TargetStatus.Missed ? new SpreadRemedy(spreads, criterion.Threshold, criterion.Stage).Find() : null;
        return new CriterionResult
        {
            Criterion = criterion.Code,
            OrgUnit = unit,
            Value = Standing.Shown(reading, SpreadDecimals),
            Status = status,
            Margin = Standing.MarginOf(criterion, reading.Exact, SpreadDecimals),
            Schools = spreads.Min(one => one.Spread.Schools.Length),
            ExpectedSchools = expected,
            Remedies = remedy is null ? [] : [remedy],
            Obstacle = status == TargetStatus.Missed && remedy is null ? RemedyObstacle.NotByOneSchool : null,
        };
    }
}
