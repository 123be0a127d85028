using CsCheck;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Tests;

public class SchoolLedgerTests
{
    private readonly SchoolLedger ledger = new(SchoolStage.Primary);

    [Fact]
    public void Who_dropped_out_is_part_of_who_was_enrolled()
    {
        Record(("a", EnrolmentKind.Enrolled, "2023-09-01"), ("b", EnrolmentKind.Enrolled, "2023-09-01"));
        Record(("b", EnrolmentKind.DroppedOut, "2024-03-04"));

        Assert.Equal((2, 0), (Enrolled(2023), DroppedOut(2023)));
        Assert.Equal((2, 1), (Enrolled(2024), DroppedOut(2024)));
    }

    [Fact]
    public void Who_returns_within_the_year_is_no_dropout_of_it()
    {
        Record(("a", EnrolmentKind.Enrolled, "2023-09-01"), ("a", EnrolmentKind.DroppedOut, "2024-03-04"));
        Record(("a", EnrolmentKind.Returned, "2024-04-01"));

        Assert.Equal((1, 0), (Enrolled(2024), DroppedOut(2024)));
    }

    [Fact]
    public void A_return_in_a_later_year_does_not_rewrite_the_year_of_the_dropout()
    {
        Record(("a", EnrolmentKind.Enrolled, "2022-09-01"), ("a", EnrolmentKind.DroppedOut, "2023-03-04"));
        Record(("a", EnrolmentKind.Returned, "2024-09-01"));

        Assert.Equal((1, 1), (Enrolled(2023), DroppedOut(2023)));
        Assert.Equal((1, 0), (Enrolled(2024), DroppedOut(2024)));
    }

    [Fact]
    public void Who_transferred_out_counts_in_the_years_before_only()
    {
        Record(("a", EnrolmentKind.Enrolled, "2022-09-01"), ("a", EnrolmentKind.TransferredOut, "2024-02-01"));

        Assert.Equal((1, 0), (Enrolled(2023), Enrolled(2024)));
        Assert.Equal(0, DroppedOut(2024));
    }

    [Fact]
    public void The_roll_is_carried_to_the_newest_year_with_records_and_no_further()
    {
        Record(("a", EnrolmentKind.Enrolled, "2021-09-01"));
        Assert.Equal((1, 0), (Enrolled(2021), Enrolled(2022)));

        Record(("b", EnrolmentKind.Enrolled, "2023-09-01"));
        Assert.Equal((1, 2, 0), (Enrolled(2022), Enrolled(2023), Enrolled(2024)));
    }

    [Fact]
    public void A_student_of_a_nine_year_school_moves_from_primary_to_junior_with_the_grade()
    {
        var nineYear = new SchoolLedger(null);
        nineYear.Apply(new EnrolmentRecorded("s", Field.Noon,
            [new EnrolmentEvent("a", EnrolmentKind.Enrolled, new DateOnly(2022, 9, 1), 6, Sex.Female, null)]));
        nineYear.Apply(new EnrolmentRecorded("t", Field.Noon,
            [new EnrolmentEvent("b", EnrolmentKind.Enrolled, new DateOnly(2023, 9, 1), 1, Sex.Male, null)]));

        Assert.Equal(1, nineYear.Counts[new CountKey(CountedMeasure.Enrolled, 2022, SchoolStage.Primary)]);
        Assert.Equal(1, nineYear.Counts[new CountKey(CountedMeasure.Enrolled, 2023, SchoolStage.Primary)]);
        Assert.Equal(1, nineYear.Counts[new CountKey(CountedMeasure.Enrolled, 2023, SchoolStage.Junior)]);
    }

    [Fact]
    public void The_latest_test_of_a_year_counts_whatever_the_order_of_arrival()
    {
        Test(("a", "2023-11-01", 55m), ("b", "2023-10-10", 91m));
        Test(("a", "2023-10-01", 95m));
        Assert.Equal((2, 1), (Count(CountedMeasure.FitnessTested), Count(CountedMeasure.FitnessExcellent)));

        Test(("a", "2023-12-01", 82m));
        Assert.Equal((2, 1, 1), (Count(CountedMeasure.FitnessTested), Count(CountedMeasure.FitnessExcellent), Count(CountedMeasure.FitnessGood)));
    }

    [Theory]
    [InlineData(120, FitnessBand.Excellent)]
    [InlineData(90, FitnessBand.Excellent)]
    [InlineData(89.9, FitnessBand.Good)]
    [InlineData(80, FitnessBand.Good)]
    [InlineData(79.9, FitnessBand.Pass)]
    [InlineData(60, FitnessBand.Pass)]
    [InlineData(59.9, FitnessBand.Fail)]
    public void A_total_score_falls_into_the_standards_band(decimal score, FitnessBand band) =>
        Assert.Equal(band, FitnessBands.Of(score));

    [Fact]
    public void Counts_kept_step_by_step_equal_counts_made_from_the_records()
    {
        var student = Gen.Int[0, 9].Select(n => $"s{n}");
        var step = Gen.Select(student, Gen.Enum<EnrolmentKind>(), Gen.Int[0, 1500]);
        var test = Gen.Select(student, Gen.Decimal[0, 120], Gen.Int[0, 1500]);
        Gen.Select(step.List[0, 60], test.List[0, 30]).Sample((steps, tests) =>
        {
            var kept = new SchoolLedger(SchoolStage.Primary);
            foreach (var (who, kind, day) in steps.OrderBy(one => one.Item3))
            {
                var enrolment = new EnrolmentSubmission("s", Field.Primary.Id, [new EnrolmentEvent(who, kind, Day(day), null, null, null)]);
                if (EnrolmentRules.Check(enrolment, Field.Primary, kept, Field.Today).IsEmpty)
                    kept.Apply(new EnrolmentRecorded("s", Field.Noon, enrolment.Events));
            }

            foreach (var (who, score, day) in tests)
                kept.Apply(new FitnessRecorded("s", Field.Noon, [new FitnessResult(who, Day(day), 3, Sex.Male, score)]));

            var again = new SchoolLedger(SchoolStage.Primary);
            again.Restore(kept.Sequence, kept.RecordsAcceptedAt, kept.NewestYear, kept.Stated.All, kept.Students);
            foreach (var key in kept.Counts.Keys.Concat(again.Counts.Keys))
                Assert.Equal(again.Counts[key], kept.Counts[key]);
        });

        static DateOnly Day(int day) => new DateOnly(2020, 1, 1).AddDays(day);
    }

    private int Enrolled(int year) => ledger.Counts[new CountKey(CountedMeasure.Enrolled, year, SchoolStage.Primary)];

    private int DroppedOut(int year) => ledger.Counts[new CountKey(CountedMeasure.DroppedOut, year, SchoolStage.Primary)];

    private int Count(CountedMeasure measure) => ledger.Counts[new CountKey(measure, 2023, SchoolStage.Primary)];

    private void Record(params (string Student, EnrolmentKind Kind, string Date)[] events) =>
        ledger.Apply(new EnrolmentRecorded("s", Field.Noon,
            [.. events.Select(e => new EnrolmentEvent(e.Student, e.Kind, DateOnly.Parse(e.Date, null), null, null, null))]));

    private void Test(params (string Student, string Date, decimal Score)[] results) =>
        ledger.Apply(new FitnessRecorded("s", Field.Noon,
            [.. results.Select(r => new FitnessResult(r.Student, DateOnly.Parse(r.Date, null), 3, Sex.Male, r.Score))]));
}
