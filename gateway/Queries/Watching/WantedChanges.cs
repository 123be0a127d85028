using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries.Watching;

/// <summary>Which changes of an indicator a reader wants to be told: one record of a student moves dozens of its values.</summary>
/// <param name="PeriodTypes">Of these kinds of period; null for all.</param>
/// <param name="ByStage">False for values of all stages together only.</param>
public sealed record WantedChanges(IReadOnlyList<PeriodType>? PeriodTypes, bool ByStage)
{
    public bool Include(IndicatorValue value) =>
        (ByStage || value.Stage is null) && (PeriodTypes is null || PeriodTypes.Contains(value.Period.Type));
}
