using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using static EduAnalytics.Domain.Schools.Counting.CountedMeasure;

namespace EduAnalytics.Domain.Tests.Records;

/// <summary>A school that falls silent owes its reports all the same, once the calendar says so.</summary>
public class ReportCalendarTests
{
    private readonly RecordedSchool school = new RecordedSchool(Field.Primary).Enrol("a", "2024-03-04").Report("2024-03");

    [Theory]
    [InlineData("2024-05-05", "2024-03")]
    [InlineData("2024-05-06", "2024-04")]
    [InlineData("2024-01-03", "2023-11")]
    [InlineData("2024-01-31", "2023-12")]
    public void A_report_is_due_five_days_after_its_month(string today, string due) =>
        Assert.Equal(Period.Parse(due), ReportCalendar.NewestDue(DateOnly.Parse(today, null)));

    [Fact]
    public void Months_that_passed_unseen_come_in_their_order()
    {
        Assert.Equal(["2023-12", "2024-01"], ReportCalendar.MonthsAfter(Period.Parse("2023-11"), Period.Parse("2024-01")).Select(month => month.ToString()));
        Assert.Empty(ReportCalendar.MonthsAfter(Period.Parse("2024-01"), Period.Parse("2024-01")));
    }

    [Fact]
    public void A_silent_school_owes_the_report_of_a_month_that_the_calendar_ended_and_its_roll_goes_no_further()
    {
        Assert.Equal((1, 1), Months("2024"));

        End("2024-04");
        Assert.Equal((1, 0), Months("2024-04"));
        Assert.Equal((2, 1), Months("2024"));
        Assert.Null(school[DroppedOut, "2024"]);
        Assert.Null(school[Enrolled, "2024-04"]);
    }

    [Fact]
    public void The_report_that_comes_late_puts_it_right()
    {
        End("2024-04");
        school.Report("2024-04");

        Assert.Equal((2, 2), Months("2024"));
        Assert.Equal(0, school[DroppedOut, "2024"]);
    }

    [Fact]
    public void Only_a_school_with_students_and_without_its_report_would_owe_one()
    {
        Assert.False(school.Measures.WouldOwe(Period.Parse("2024-03")));
        Assert.True(school.Measures.WouldOwe(Period.Parse("2024-04")));
        Assert.False(school.Measures.WouldOwe(Period.Parse("2024-07")));
        Assert.False(new RecordedSchool(Field.Primary).Measures.WouldOwe(Period.Parse("2024-04")));

        End("2024-04");
        Assert.False(school.Measures.WouldOwe(Period.Parse("2024-04")));

        school.Step("a", EnrolmentKind.TransferredOut, "2024-05-06");
        Assert.False(school.Measures.WouldOwe(Period.Parse("2024-05")));
    }

    [Fact]
    public void The_end_of_a_month_touches_the_cells_that_it_changes()
    {
        var ended = MonthEnded.At(Field.Noon, Period.Parse("2024-04"));
        school.Ledger.Apply(ended);

        var touched = school.Measures.KeysTouchedBy(ended).ToHashSet();
        Assert.Contains(new MeasureKey(MeasureCodes.MonthsExpected, Period.Parse("2024-04"), null), touched);
        Assert.Contains(new MeasureKey(MeasureCodes.MonthsExpected, Period.Parse("2024"), null), touched);
        Assert.Contains(new MeasureKey(MeasureCodes.DroppedOut, Period.Parse("2024"), null), touched);
    }

    private void End(string month) => school.Ledger.Apply(MonthEnded.At(Field.Noon, Period.Parse(month)));

    private (decimal? Expected, decimal? Given) Months(string period) =>
        (school.Of(MeasureCodes.MonthsExpected, period), school.Of(MeasureCodes.MonthsReported, period));
}
