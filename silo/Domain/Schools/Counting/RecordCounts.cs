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
    private readonly Roll[] rolls = [.. Enumerable.Range(0, Stages * Enum.GetValues<RollKind>().Length).Select(_ => new Roll())];

    /// <summary>The number of students that a measure counts in a period and stage; 0 where there is nothing to count.</summary>
    public int this[CountedMeasure measure, Period period, SchoolStage stage]
    {
        get
        {
            var terms = TermsOf(measure, period, stage);
            var count = terms.Roll is { } roll ? RollOf(roll, stage)[terms.Month] : 0;
            if (terms.First is { } first)
                count += Of(first, period, stage);
            return terms.Second is { } second ? count + Of(second, period, stage) : count;
        }
    }

    /// <summary>Who is told of every change to a count; null, as in a living school, where nobody asked.</summary>
    internal ICountListener? Listener { get; set; }

    /// <summary>The month in which a stage's first student came; null where nobody did.</summary>
    internal int? FirstMonthOf(SchoolStage stage) => RollOf(RollKind.Enrolled, stage).FirstMonth;

    /// <summary>Whether anybody is on a stage's roll in a month, as far as the records tell.</summary>
    internal bool HasAnyoneIn(int month, SchoolStage stage) => RollOf(RollKind.Enrolled, stage)[month] > 0;

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
        Listener?.OnTally(key, by);
    }

    internal void Enrol(SchoolStage stage, int month, int by) => Change(RollKind.Enrolled, stage, month, by);

    internal void Suspect(SchoolStage stage, int month, int by) => Change(RollKind.Suspected, stage, month, by);

    internal void Confirm(SchoolStage stage, int month, int by) => Change(RollKind.Confirmed, stage, month, by);

    /// <summary>
    /// What a measure's count is read from. Of a school year's enrolled it is September's roll; where nobody was there in
    /// September (the school's records, or its classes, began later), all who were there at the year's end, or left as
    /// graduates or dropouts.
    /// </summary>
    internal CountTerms TermsOf(CountedMeasure measure, Period period, SchoolStage stage) =>
        measure == CountedMeasure.Enrolled
        && period.Type == PeriodType.SchoolYear
        && RollOf(RollKind.Enrolled, stage)[MonthOf(period.Start)] > 0
            ? CountTerms.OfSeptember(period)
            : CountTerms.Of(measure, period);

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

    private Roll RollOf(RollKind kind, SchoolStage stage) => rolls[((int)kind * Stages) + (int)stage];

    private void Change(RollKind kind, SchoolStage stage, int month, int by)
    {
        RollOf(kind, stage).Change(month, by);
        TouchedFrom = Math.Min(TouchedFrom ?? month, month);
        Listener?.OnRoll(kind, stage, month, by);
    }
}
