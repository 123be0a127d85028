using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>The numbers that are kept from month to month.</summary>
internal enum RollKind
{
    Enrolled,
    Suspected,
    Confirmed,
}

/// <summary>
/// What one count is read from: the students on a roll at a month's end, and tallies of the period beside it. Each is a sum
/// over students, and so is the count.
/// </summary>
/// <param name="Month">The roll's month; of no meaning without a roll.</param>
internal readonly record struct CountTerms(RollKind? Roll, int Month, Tally? First, Tally? Second)
{
    /// <summary>The one way in which a measure is counted; of a school year's enrolled the second, after <see cref="OfSeptember"/>.</summary>
    public static CountTerms Of(CountedMeasure measure, Period period) => measure switch
    {
        CountedMeasure.Enrolled => new(
            RollKind.Enrolled, RecordCounts.LastMonth(period), Tally.DroppedOut, period.Type == PeriodType.SchoolYear ? Tally.Graduated : null),
        CountedMeasure.Suspected => new(RollKind.Suspected, RecordCounts.LastMonth(period), null, null),
        CountedMeasure.Confirmed => new(RollKind.Confirmed, RecordCounts.LastMonth(period), null, null),
        _ => new(null, 0, TallyOf(measure), null),
    };

    /// <summary>A school year's enrolled by the roll of its September.</summary>
    public static CountTerms OfSeptember(Period schoolYear) =>
        new(RollKind.Enrolled, RecordCounts.MonthOf(schoolYear.Start), Tally.DroppedOutBesideRoll, null);

    /// <summary>All ways in which a measure may be counted, whichever the roll will choose.</summary>
    public static IEnumerable<CountTerms> AllOf(CountedMeasure measure, Period period)
    {
        yield return Of(measure, period);
        if (measure == CountedMeasure.Enrolled && period.Type == PeriodType.SchoolYear)
            yield return OfSeptember(period);
    }

    private static Tally TallyOf(CountedMeasure measure) => measure switch
    {
        CountedMeasure.DroppedOut => Tally.DroppedOut,
        CountedMeasure.Returned => Tally.Returned,
        CountedMeasure.Closed => Tally.Closed,
        CountedMeasure.Graduated => Tally.Graduated,
        CountedMeasure.EnteredCohort => Tally.EnteredCohort,
        CountedMeasure.EnteredJuniorCohort => Tally.EnteredJuniorCohort,
        CountedMeasure.FitnessTested => Tally.FitnessTested,
        CountedMeasure.FitnessExcellent => Tally.FitnessExcellent,
        CountedMeasure.FitnessGood => Tally.FitnessGood,
        CountedMeasure.FitnessPassed => Tally.FitnessPassed,
        CountedMeasure.FitnessExempt => Tally.FitnessExempt,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "This measure is no tally."),
    };
}
