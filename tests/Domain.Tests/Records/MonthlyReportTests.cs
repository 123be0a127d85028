using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Schools;
using static EduAnalytics.Domain.Schools.Counting.CountedMeasure;

namespace EduAnalytics.Domain.Tests.Records;

/// <summary>A zero has a report behind it, or is no data.</summary>
public class MonthlyReportTests
{
    private readonly RecordedSchool school = new RecordedSchool(Field.Primary).Enrol("a", "2024-03-04").Enrol("b", "2024-03-04");

    [Fact]
    public void Without_its_report_a_month_without_dropouts_is_no_data()
    {
        school.Enrol("c", "2024-05-06");
        Assert.Null(school[DroppedOut, "2024-04"]);

        school.Report("2024-04");
        Assert.Equal(0, school[DroppedOut, "2024-04"]);
        Assert.Null(school[DroppedOut, "2024-05"]);
    }

    [Fact]
    public void A_longer_period_needs_the_reports_of_all_its_months_that_are_over()
    {
        school.Report("2024-03").Report("2024-05");
        Assert.Null(school[DroppedOut, "2024"]);
        Assert.Equal((3, 2), Months("2024"));

        school.Report("2024-04");
        Assert.Equal((0, 0, 0), (school[DroppedOut, "2024"], school[DroppedOut, "SY2023"], school[DroppedOut, "2024H1"]));
        Assert.Equal((3, 3), Months("2024"));
    }

    [Fact]
    public void No_report_is_owed_for_the_holidays_nor_for_the_month_that_runs()
    {
        school.Report("2024-03").Report("2024-04").Report("2024-05").Report("2024-06").Enrol("c", "2024-09-02");

        Assert.Equal(0, school[DroppedOut, "2024"]);
        Assert.Equal((4, 4), Months("2024"));
        Assert.Null(school.Of(MeasureCodes.MonthsExpected, "2024-07"));
    }

    [Fact]
    public void Somebody_who_dropped_out_is_counted_whatever_was_reported()
    {
        school.Step("a", EnrolmentKind.DroppedOut, "2024-04-08");

        Assert.Equal((1, 1), (school[DroppedOut, "2024-04"], school[DroppedOut, "2024"]));
    }

    [Fact]
    public void A_dropout_that_ended_speaks_for_its_period_as_a_report_does()
    {
        school.Step("a", EnrolmentKind.DroppedOut, "2024-04-08").Step("a", EnrolmentKind.Returned, "2024-04-22");

        Assert.Equal((0, 0), (school[DroppedOut, "2024-04"], school[DroppedOut, "2024"]));
        Assert.Null(school[DroppedOut, "2024-03"]);
    }

    [Fact]
    public void A_school_that_owes_reports_shows_its_rate_and_is_no_part_of_its_districts()
    {
        school.Step("a", EnrolmentKind.DroppedOut, "2024-04-08");
        var pair = new Derivation.Paired(new Formula.Ratio([MeasureCodes.DroppedOut], [MeasureCodes.Enrolled], 100), PairedPart.Denominator).Code;
        Assert.Equal((50, null), (school.Rate("2024"), school.Of(pair, "2024")));

        school.Report("2024-03").Report("2024-04", 1);
        Assert.Equal((50, 2), (school.Rate("2024"), school.Of(pair, "2024")));
    }

    [Fact]
    public void Before_the_summer_that_nobody_graduated_is_no_data()
    {
        Assert.Null(school[Graduated, "SY2023"]);

        school.Enrol("c", "2024-09-02");
        Assert.Equal(0, school[Graduated, "SY2023"]);
        Assert.Null(school[Graduated, "SY2024"]);
    }

    [Fact]
    public void A_report_carries_the_roll_forward_to_its_month()
    {
        Assert.Null(school[Enrolled, "2024-10"]);

        school.Report("2024-10");
        Assert.Equal((2, 2), (school[Enrolled, "2024-10"], school[Enrolled, "SY2024"]));
    }

    [Fact]
    public void A_month_in_which_nobody_was_on_the_roll_is_no_data_whatever_was_reported()
    {
        school.Report("2024-02").Report("2024-03");

        Assert.Null(school[DroppedOut, "2024-02"]);
        Assert.Equal(0, school[DroppedOut, "2024-03"]);
    }

    private (decimal? Expected, decimal? Given) Months(string period) =>
        (school.Of(MeasureCodes.MonthsExpected, period), school.Of(MeasureCodes.MonthsReported, period));
}
