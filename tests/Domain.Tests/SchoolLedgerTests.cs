using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;
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
        Assert.Equal((1, null), (Known(2021), Known(2022)));

        Record(("b", EnrolmentKind.Enrolled, "2023-09-01"));
        Assert.Equal((1, 2, null), (Known(2022), Known(2023), Known(2024)));
    }

    [Fact]
    public void A_student_of_a_nine_year_school_moves_from_primary_to_junior_with_the_grade()
    {
        var nineYear = new SchoolLedger(null);
        nineYear.Apply(new EnrolmentRecorded("s", Field.Noon,
            [new EnrolmentEvent("a", EnrolmentKind.Enrolled, new DateOnly(2022, 9, 1), 6, Sex.Female, null)]));
        nineYear.Apply(new EnrolmentRecorded("t", Field.Noon,
            [new EnrolmentEvent("b", EnrolmentKind.Enrolled, new DateOnly(2023, 9, 1), 1, Sex.Male, null)]));

        Assert.Equal(1, nineYear.Counts[CountedMeasure.Enrolled, Field.Year(2022), SchoolStage.Primary]);
        Assert.Equal(1, nineYear.Counts[CountedMeasure.Enrolled, Field.Year(2023), SchoolStage.Primary]);
        Assert.Equal(1, nineYear.Counts[CountedMeasure.Enrolled, Field.Year(2023), SchoolStage.Junior]);
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

    private int Enrolled(int year) => ledger.Counts[CountedMeasure.Enrolled, Field.Year(year), SchoolStage.Primary];

    private decimal? Known(int year) =>
        new SchoolMeasures(Field.Primary, ledger, Field.Catalogue)
            .TrySummed(new MeasureKey(MeasureCodes.Enrolled, Field.Year(year), SchoolStage.Primary), out var total) ? total.Value : null;

    private int DroppedOut(int year) => ledger.Counts[CountedMeasure.DroppedOut, Field.Year(year), SchoolStage.Primary];

    private int Count(CountedMeasure measure) => ledger.Counts[measure, Field.Year2023, SchoolStage.Primary];

    private void Record(params (string Student, EnrolmentKind Kind, string Date)[] events) =>
        ledger.Apply(new EnrolmentRecorded("s", Field.Noon,
            [.. events.Select(e => new EnrolmentEvent(e.Student, e.Kind, DateOnly.Parse(e.Date, null), null, null, null))]));

    private void Test(params (string Student, string Date, decimal Score)[] results) =>
        ledger.Apply(new FitnessRecorded("s", Field.Noon,
            [.. results.Select(r => new FitnessResult(r.Student, DateOnly.Parse(r.Date, null), 3, Sex.Male, r.Score))]));
}
