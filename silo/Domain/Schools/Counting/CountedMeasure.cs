using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>The measures that are counted from student records.</summary>
public enum CountedMeasure
{
    Enrolled,
    DroppedOut,
    Returned,
    Graduated,
    Suspected,
    Confirmed,
    Closed,
    EnteredCohort,
    EnteredJuniorCohort,
    FitnessTested,
    FitnessExcellent,
    FitnessGood,
    FitnessPassed,
    FitnessExempt,
}

public static class CountedMeasures
{
    private static readonly string[] codes =
    [
        MeasureCodes.Enrolled, MeasureCodes.DroppedOut, MeasureCodes.Returned, MeasureCodes.Graduated,
        MeasureCodes.Suspected, MeasureCodes.Confirmed, MeasureCodes.Closed,
        MeasureCodes.EnteredCohort, MeasureCodes.EnteredJuniorCohort,
        MeasureCodes.FitnessTested, MeasureCodes.FitnessExcellent, MeasureCodes.FitnessGood, MeasureCodes.FitnessPassed,
        MeasureCodes.FitnessExempt,
    ];

    public static readonly IReadOnlyList<CountedMeasure> All = Enum.GetValues<CountedMeasure>();

    public static string CodeOf(CountedMeasure measure) => codes[(int)measure];

    public static CountedMeasure? Find(string code) =>
        Array.IndexOf(codes, code) is >= 0 and var at ? (CountedMeasure)at : null;

    public static bool IsOfFitness(CountedMeasure measure) => measure >= CountedMeasure.FitnessTested;

    public static bool IsOfCohort(CountedMeasure measure) => measure is CountedMeasure.EnteredCohort or CountedMeasure.EnteredJuniorCohort;

    /// <summary>Without a count of these there is no data: a zero needs somebody who was counted.</summary>
    public static CountedMeasure BaseOf(CountedMeasure measure) =>
        IsOfFitness(measure) ? CountedMeasure.FitnessTested : CountedMeasure.Enrolled;

    /// <summary>
    /// Numbers that stand at a period's end are kept from month to month and not by the day; classes graduate, and are
    /// tested, once a year.
    /// </summary>
    public static bool IsCountedBy(CountedMeasure measure, PeriodType type) => measure switch
    {
        CountedMeasure.Enrolled or CountedMeasure.Suspected or CountedMeasure.Confirmed => type != PeriodType.Day,
        CountedMeasure.DroppedOut or CountedMeasure.Returned or CountedMeasure.Closed => true,
        _ => type is PeriodType.Year or PeriodType.SchoolYear,
    };

    /// <summary>Measures of which a zero says nothing unless the school's monthly reports stand behind it.</summary>
    public static bool NeedsReport(CountedMeasure measure) => measure
        is CountedMeasure.DroppedOut or CountedMeasure.Returned
        or CountedMeasure.Suspected or CountedMeasure.Confirmed or CountedMeasure.Closed;
}
