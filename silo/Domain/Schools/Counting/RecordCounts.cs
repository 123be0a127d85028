using System.Runtime.InteropServices;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>The counts over a school's students: rolls over the months, and tallies of what happened within periods.</summary>
public sealed class RecordCounts
{
    private const int Stages = 4;
    private const int September = 8;
    private const int August = 7;
    private const int MonthsOfYear = 12;

    private readonly Dictionary<TallyKey, int> tallies = [];
    private readonly HashSet<TallyKey> touched = [];
    private readonly Roll[] enrolled = Rolls();
    private readonly Roll[] suspected = Rolls();
    private readonly Roll[] confirmed = Rolls();

    /// <summary>The number of students that a measure counts in a period and stage; 0 where there is nothing to count.</summary>
    public int this[CountedMeasure measure, Period period, SchoolStage stage] => measure switch
    {
        CountedMeasure.Enrolled => EnrolledIn(period, stage),
        CountedMeasure.Suspected => suspected[(int)stage][LastMonth(period)],
        CountedMeasure.Confirmed => confirmed[(int)stage][LastMonth(period)],
        _ => Of(TallyOf(measure), period, stage),
    };

    /// <summary>The month in which a stage's first student came; null where nobody did.</summary>
    internal int? FirstMonthOf(SchoolStage stage) => enrolled[(int)stage].FirstMonth;

    /// <summary>The earliest month that changed since the last <see cref="Forget"/>; null where none did.</summary>
    internal int? TouchedFrom { get; private set; }

    /// <summary>The tallies touched since the last <see cref="Forget"/>.</summary>
    internal IReadOnlyCollection<TallyKey> Touched => touched;

    internal IReadOnlyCollection<TallyKey> Tallied => tallies.Keys;

    internal int Of(Tally tally, Period period, SchoolStage stage) => tallies.GetValueOrDefault(new TallyKey(tally, period, stage));

    /// <summary>Begins a new round of <see cref="Touched"/>.</summary>
    internal void Forget()
    {
        TouchedFrom = null;
        touched.Clear();
    }

    internal void Add(Tally tally, Period period, SchoolStage stage, int by)
    {
        var key = new TallyKey(tally, period, stage);
        CollectionsMarshal.GetValueRefOrAddDefault(tallies, key, out _) += by;
        touched.Add(key);
    }

    internal void Enrol(SchoolStage stage, int month, int by) => Change(enrolled, stage, month, by);

    internal void Suspect(SchoolStage stage, int month, int by) => Change(suspected, stage, month, by);

    internal void Confirm(SchoolStage stage, int month, int by) => Change(confirmed, stage, month, by);

    internal static int MonthOf(DateOnly day) => (day.Year * MonthsOfYear) + day.Month - 1;

    /// <summary>The first September after a school year's own, as a month.</summary>
    internal static int SeptemberOf(int schoolYear) => (schoolYear * MonthsOfYear) + September;

    /// <summary>The month at whose end a period's open cases are counted.</summary>
    internal static int LastMonth(Period period) => period.Type switch
    {
        PeriodType.Year => (period.Start.Year * MonthsOfYear) + MonthsOfYear - 1,
        PeriodType.SchoolYear => ((period.Start.Year + 1) * MonthsOfYear) + August,
        PeriodType.HalfYear => MonthOf(period.Start) + 5,
        _ => MonthOf(period.Start),
    };

    private int EnrolledIn(Period period, SchoolStage stage)
    {
        var roll = enrolled[(int)stage];
        if (period.Type != PeriodType.SchoolYear)
            return roll[LastMonth(period)] + Of(Tally.DroppedOut, period, stage);
        if (roll[MonthOf(period.Start)] is > 0 and var september)
            return september + Of(Tally.DroppedOutBesideRoll, period, stage);

        // Nobody in September: the school's records, or its classes, began later. Then all who were there at the year's end,
        // or left as graduates or dropouts.
        return roll[LastMonth(period)] + Of(Tally.DroppedOut, period, stage) + Of(Tally.Graduated, period, stage);
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

    private static Roll[] Rolls() => [.. Enumerable.Range(0, Stages).Select(_ => new Roll())];

    private void Change(Roll[] rolls, SchoolStage stage, int month, int by)
    {
        rolls[(int)stage].Change(month, by);
        TouchedFrom = Math.Min(TouchedFrom ?? month, month);
    }
}
