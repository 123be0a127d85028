using CsCheck;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Tests.Records;

/// <summary>Counts are kept step by step; here they are counted again, student by student and day by day.</summary>
public class CountingPropertyTests
{
    private static readonly DateOnly firstDay = new(2020, 1, 1);
    private static readonly string?[] reasons = ["死亡", "出国", "转入"];

    /// <summary>One step of a student a day: of two the state on that day would be a matter of taste.</summary>
    private static readonly Gen<(string Student, EnrolmentKind Kind, int Day, int Grade, string? Reason)[]> histories = Gen.Select(
            Gen.Int[0, 5].Select(n => $"s{n}"), Gen.Enum<EnrolmentKind>(), Gen.Int[0, 1700], Gen.Int[1, 9],
            Gen.Int[0, 5].Select(n => n < 3 ? null : reasons[n - 3])).Array[0, 50]
        .Select(steps => steps.DistinctBy(step => (step.Item1, step.Item3)).ToArray());

    [Fact]
    public void Counts_kept_step_by_step_equal_counts_made_from_each_students_days()
    {
        histories.Sample(history =>
        {
            var school = RecordAll(history);
            var students = school.Ledger.Students.Values.ToList();
            foreach (var period in Periods())
            {
                foreach (var stage in Field.NineYear.Stages)
                {
                    var expected = NaiveCount.Of(students, period, stage);
                    Assert.Equal(expected, Counted(school.Ledger.Counts, period, stage));
                }
            }
        });
    }

    [Fact]
    public void A_ledger_restored_from_its_records_counts_as_the_one_that_was_kept()
    {
        histories.Sample(history =>
        {
            var kept = RecordAll(history).Ledger;
            var again = new SchoolLedger(null, RecordedSchool.Reasons);
            again.Restore(kept.Sequence, kept.RecordsAcceptedAt, kept.NewestDay, kept.NewestMonthEnded, kept.Stated.All, kept.Students);
            foreach (var period in Periods())
            {
                foreach (var measure in CountedMeasures.All)
                {
                    foreach (var stage in Field.NineYear.Stages)
                        Assert.Equal(kept.Counts[measure, period, stage], again.Counts[measure, period, stage]);
                }
            }
        });
    }

    /// <summary>What an event may have changed is told, or a parent would keep an old value.</summary>
    [Fact]
    public void A_row_refreshed_by_the_touched_cells_equals_a_row_made_anew()
    {
        var reports = Gen.Int[0, 56].Array[0, 30];
        Gen.Select(histories, reports).Sample((history, months) =>
        {
            var school = new RecordedSchool(Field.NineYear);
            var row = new Row(Field.NineYear.Id);
            var steps = InOrder(history).ToList();
            for (var i = 0; i < Math.Max(steps.Count, months.Length); i++)
            {
                if (i < steps.Count && school.TryRecord(steps[i]).IsEmpty)
                    Refresh(new EnrolmentRecorded("s", Field.Noon, [steps[i]]));
                if (i < months.Length)
                {
                    var report = RecordedSchool.ReportOf(Period.Of(PeriodType.Month, firstDay.AddMonths(months[i])).ToString());
                    school.Ledger.Apply(report);
                    Refresh(report);
                }
            }

            void Refresh(JournalEvent applied) =>
                row.Refresh(school.Measures, school.Measures.KeysTouchedBy(applied), RecordedSchool.Catalogue);

            var anew = new Row(Field.NineYear.Id);
            anew.Refresh(school.Measures, school.Measures.Keys);
            var different = string.Join('\n', Cells(anew).Except(Cells(row)).Concat(Cells(row).Except(Cells(anew))));
            Assert.True(different.Length == 0, different);
        });

        static HashSet<string> Cells(Row row) =>
            [.. row.Since(0).Cells.Where(cell => cell.Total is not null).Select(cell => $"{cell.Key} = {cell.Total!.Value.Value}")];
    }

    [Fact]
    public void The_latest_valid_test_counts_in_every_order_of_arrival()
    {
        var test = Gen.Select(Gen.Int[0, 3].Select(n => $"s{n}"), Gen.Decimal[0, 120], Gen.Int[0, 1700], Gen.Bool);
        test.Array[0, 20].Where(tests => tests.Select(one => (one.Item1, one.Item3)).Distinct().Count() == tests.Length).Sample(tests =>
        {
            var (forth, back) = (Tested(tests), Tested(tests.Reverse()));
            foreach (var period in Periods().Where(period => period.IsWholeYear))
            {
                foreach (var measure in CountedMeasures.All.Where(CountedMeasures.IsOfFitness))
                    Assert.Equal(forth.Counts[measure, period, SchoolStage.Primary], back.Counts[measure, period, SchoolStage.Primary]);
            }
        });

        static SchoolLedger Tested(IEnumerable<(string Student, decimal Score, int Day, bool Exempt)> tests)
        {
            var ledger = new SchoolLedger(SchoolStage.Primary);
            foreach (var (student, score, day, exempt) in tests)
                ledger.Apply(new FitnessRecorded("s", Field.Noon, [new FitnessResult(student, firstDay.AddDays(day), 3, Sex.Male, exempt ? null : score)]));
            return ledger;
        }
    }

    private static RecordedSchool RecordAll(IEnumerable<(string, EnrolmentKind, int, int, string?)> history)
    {
        var school = new RecordedSchool(Field.NineYear);
        foreach (var recorded in InOrder(history))
            school.TryRecord(recorded);
        return school;
    }

    /// <summary>Grades are given on enrolment only: what a student is in later follows from it.</summary>
    private static IEnumerable<EnrolmentEvent> InOrder(IEnumerable<(string Student, EnrolmentKind Kind, int Day, int Grade, string? Reason)> history) =>
        history.OrderBy(one => one.Day).Select(one => new EnrolmentEvent(
            one.Student, one.Kind, firstDay.AddDays(one.Day), one.Kind == EnrolmentKind.Enrolled ? one.Grade : null, null, one.Reason));

    private static IEnumerable<Period> Periods()
    {
        foreach (var type in new[] { PeriodType.Year, PeriodType.SchoolYear, PeriodType.HalfYear, PeriodType.Month })
        {
            for (var period = Period.Of(type, firstDay); period.Start < firstDay.AddDays(1700); period = period.Next)
                yield return period;
        }
    }

    private static StageCounts Counted(RecordCounts counts, Period period, SchoolStage stage) => new(
        counts[CountedMeasure.Enrolled, period, stage],
        counts[CountedMeasure.DroppedOut, period, stage],
        counts[CountedMeasure.Returned, period, stage],
        counts[CountedMeasure.Suspected, period, stage],
        counts[CountedMeasure.Confirmed, period, stage],
        period.IsWholeYear ? counts[CountedMeasure.Graduated, period, stage] : 0);
}
