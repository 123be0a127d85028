using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Findings;

/// <summary>Where a subject is looked at: a period, and a stage or all stages together.</summary>
public readonly record struct Spot(Period Period, SchoolStage? Stage)
{
    public MeasureKey Cell(string code) => new(code, Period, Stage);

    public Spot YearBefore => this with { Period = ShiftYears(Period, -1) };

    /// <summary>
    /// The like period of another year. A half-year is held against the same half of that year, never against the half
    /// before it, and a year never against a half-year.
    /// </summary>
    public static Period ShiftYears(Period period, int years) => Period.Of(period.Type, period.Start.AddYears(years));
}
