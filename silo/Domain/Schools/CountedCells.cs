using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Schools;

/// <summary>
/// The cells that come from a school's student records: which there are, which an event touched, and what stands in them.
/// The catalogue says by which kinds of period a measure is kept.
/// </summary>
internal sealed class CountedCells
{
    private readonly OrgUnit unit;
    private readonly SchoolLedger ledger;
    private readonly Catalogue catalogue;
    private readonly ReportDuty duty;
    private readonly ImmutableArray<(CountedMeasure Counted, Measure Kept)> kept;

    public CountedCells(OrgUnit unit, SchoolLedger ledger, Catalogue catalogue)
    {
        (this.unit, this.ledger, this.catalogue) = (unit, ledger, catalogue);
        duty = new ReportDuty(ledger, catalogue.FindMeasure(MeasureCodes.DroppedOut)?.ReportMonths ?? []);
        kept =
        [
            .. CountedMeasures.All
                .Select(counted => (counted, catalogue.FindMeasure(CountedMeasures.CodeOf(counted))))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.counted, pair.Item2!)),
        ];
    }

    public IEnumerable<MeasureKey> All() => From(int.MinValue).Concat(Tallied(ledger.Counts.Tallied));

    /// <summary>
    /// An enrolment step touches no month before its own; a new month makes the one before it a month that is over. A
    /// monthly report says what a zero of its month, and of each period around it, is worth.
    /// </summary>
    public IEnumerable<MeasureKey> Touched(JournalEvent journalEvent)
    {
        var from = ledger.Counts.TouchedFrom ?? int.MaxValue;
        if (ledger.NewestDay != ledger.NewestDayBefore)
            from = Math.Min(from, ledger.NewestDayBefore is { } before ? RecordCounts.MonthOf(before) : int.MinValue);
        if (journalEvent is MonthEnded ended)
            from = Math.Min(from, ended.Month.Ordinal);
        if (journalEvent is FiguresReported reported)
        {
            foreach (var figure in reported.Figures)
            {
                if (figure.Code == MeasureCodes.DroppedOut && figure.Period.Type == PeriodType.Month)
                    from = Math.Min(from, RecordCounts.MonthOf(figure.Period.Start));
            }
        }

        return From(from).Concat(Tallied(ledger.Counts.Touched));
    }

    /// <summary>What stands in a cell; null where it is no counted one, or nothing stands behind it.</summary>
    public decimal? Find(MeasureKey key)
    {
        if (catalogue.FindMeasure(key.Code) is not { } measure || !measure.PeriodTypes.Contains(key.Period.Type))
            return null;
        if (key.Code is MeasureCodes.MonthsExpected or MeasureCodes.MonthsReported)
            return MonthsIn(key);
        if (ledger.NewestDay is not { } newest || key.Period.Start > newest)
            return null;
        if (CountedMeasures.Find(key.Code) is not { } counted || !CountedMeasures.IsCountedBy(counted, key.Period.Type))
            return null;
        return CountedMeasures.IsOfCohort(counted)
            ? CohortOf(counted, key)
            : CountOver(StagesOf(key, measure), counted, key.Period);
    }

    /// <summary>
    /// Whether the school owes monthly reports for a period that it has not given. Its known dropouts show, but its rate is
    /// no part of the district's: schools that tell of dropouts only when they have one would drive it up.
    /// </summary>
    public bool OwesReports(MeasureKey key)
    {
        foreach (var stage in unit.Stages)
        {
            if (key.Stage is { } asked && asked != stage)
                continue;
            var (expected, given) = duty.In(key.Period, stage);
            if (given < expected)
                return true;
        }

        return false;
    }

    /// <summary>Whether the school owes the report of a month once that is over, and the calendar has not ended it yet.</summary>
    public bool WouldOwe(Period month) => unit.Stages.Any(stage => duty.WouldOwe(month, stage));

    private decimal? CountOver(IEnumerable<SchoolStage> stages, CountedMeasure counted, Period period)
    {
        var (count, there, silent) = (0, false, false);
        foreach (var stage in stages)
        {
            var here = ledger.Counts[counted, period, stage];
            count += here;
            if (ledger.Counts[CountedMeasures.BaseOf(counted), period, stage] == 0)
                continue;
            there = true;
            silent |= here == 0 && CountedMeasures.NeedsReport(counted) && !duty.StandsBehind(period, stage);
        }

        // Classes graduate in summer: before it, that nobody has yet is no rate of nought.
        if (counted == CountedMeasure.Graduated && ledger.NewestDay < SummerOf(period))
            silent = true;

        // Leavers and graduates leave nobody enrolled behind them, and still are data.
        return count > 0 || (there && !silent && period.Type != PeriodType.Day) ? count : null;
    }

    private static DateOnly SummerOf(Period period) => new(period.Type == PeriodType.SchoolYear ? period.Start.Year + 1 : period.Start.Year, 8, 31);

    /// <summary>Known where the school's records reach back to the cohort's first grade; transfers alone are no cohort.</summary>
    private decimal? CohortOf(CountedMeasure counted, MeasureKey key)
    {
        if (key.Stage is not (null or SchoolStage.Junior))
            return null;
        var began = counted == CountedMeasure.EnteredCohort ? Tally.BeganCohort : Tally.BeganJuniorCohort;
        return ledger.Counts.Of(began, key.Period, SchoolStage.Junior) > 0 ? ledger.Counts[counted, key.Period, SchoolStage.Junior] : null;
    }

    private decimal? MonthsIn(MeasureKey key)
    {
        var (expected, given) = (0, 0);
        foreach (var stage in unit.Stages)
        {
            // A school of two stages owes one report a month; the stage with more to show speaks for it.
            var months = duty.In(key.Period, stage);
            (expected, given) = (Math.Max(expected, months.Expected), Math.Max(given, months.Given));
        }

        if (expected == 0)
            return null;
        return key.Code == MeasureCodes.MonthsExpected ? expected : given;
    }

    private IEnumerable<SchoolStage> StagesOf(MeasureKey key, Measure measure) =>
        unit.Stages.Where(stage => (key.Stage is null || key.Stage == stage) && measure.Stages.Contains(stage));

    /// <summary>The cells of the rolls, and of what is held against them, from a month on.</summary>
    private IEnumerable<MeasureKey> From(int month)
    {
        if (month == int.MaxValue || ledger.NewestDay is not { } newest)
            yield break;
        foreach (var stage in unit.Stages)
        {
            if (ledger.Counts.FirstMonthOf(stage) is not { } came)
                continue;
            var first = Period.OfOrdinal(PeriodType.Month, Math.Max(month, came)).Start;
            foreach (var (counted, measure) in kept)
            {
                if (CountedMeasures.IsOfFitness(counted) || !measure.ReportedBy.Contains(stage))
                    continue;
                foreach (var type in measure.PeriodTypes)
                {
                    // A cohort is kept under the stage it graduates from, whatever the stage that reports it.
                    foreach (var key in CellsOf(measure, type, first, newest, measure.Stages.Contains(stage) ? stage : null))
                        yield return key;
                }
            }

            foreach (var key in ReportCells(first))
                yield return key;
        }
    }

    /// <summary>They reach further than the roll does where the calendar has ended months of which the school says nothing.</summary>
    private IEnumerable<MeasureKey> ReportCells(DateOnly first)
    {
        if (duty.OpenMonth is not { } open)
            yield break;
        var newest = Period.OfOrdinal(PeriodType.Month, open).Start;
        foreach (var code in new[] { MeasureCodes.MonthsExpected, MeasureCodes.MonthsReported })
        {
            if (catalogue.FindMeasure(code) is not { } measure)
                continue;
            foreach (var type in measure.PeriodTypes)
            {
                foreach (var key in CellsOf(measure, type, first, newest, null))
                    yield return key;
            }
        }
    }

    /// <summary>Days come from the tallies: nobody asks for a day on which nothing happened.</summary>
    private IEnumerable<MeasureKey> CellsOf(Measure measure, PeriodType type, DateOnly first, DateOnly newest, SchoolStage? stage)
    {
        if (type == PeriodType.Day)
            yield break;
        for (var period = Period.Of(type, first); period.Start <= newest; period = period.Next)
        {
            var cell = catalogue.Normalise(new MeasureKey(measure.Code, period, stage));
            yield return cell;
            if (cell.Stage is not null)
                yield return catalogue.Normalise(cell with { Stage = null });
        }
    }

    private IEnumerable<MeasureKey> Tallied(IReadOnlyCollection<TallyKey> tallies)
    {
        foreach (var key in tallies)
        {
            foreach (var (counted, measure) in kept)
            {
                if (!IsTouchedBy(counted, key) || !measure.PeriodTypes.Contains(key.Period.Type))
                    continue;
                var cell = new MeasureKey(measure.Code, key.Period, key.Stage);
                yield return cell;
                yield return catalogue.Normalise(cell with { Stage = null });
            }
        }
    }

    /// <summary>The zero beside a base that was counted is data too: nobody excellent, of so many tested.</summary>
    private static bool IsTouchedBy(CountedMeasure counted, TallyKey key) => key.Tally switch
    {
        >= Tally.FitnessTested => CountedMeasures.IsOfFitness(counted),
        Tally.EnteredCohort or Tally.BeganCohort => counted == CountedMeasure.EnteredCohort,
        Tally.EnteredJuniorCohort or Tally.BeganJuniorCohort => counted == CountedMeasure.EnteredJuniorCohort,
        _ => !CountedMeasures.IsOfFitness(counted),
    };
}
