using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries.Watching;

/// <summary>Which changes of an indicator a reader wants to be told: one record of a student moves dozens of its values.</summary>
/// <param name="PeriodTypes">Of these kinds of period; null for all.</param>
/// <param name="ByStage">False for values of all stages together only.</param>
/// <param name="StagesWithTarget">True for single stages too where their value has a target, or has gone and may have had one.</param>
public sealed record WantedChanges(IReadOnlyList<PeriodType>? PeriodTypes, bool ByStage, bool StagesWithTarget = false)
{
    public bool Include(IndicatorValue value) =>
        (value.Stage is null || ByStage || (StagesWithTarget && value.Status != TargetStatus.NoTarget))
        && (PeriodTypes is null || PeriodTypes.Contains(value.Period.Type));
}
