using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using static EduAnalytics.Domain.Schools.Counting.CountedMeasure;

namespace EduAnalytics.Domain.Tests.Records;

/// <summary>A dropout from suspicion to its end, in every kind of period.</summary>
public class DropoutTests
{
    private readonly RecordedSchool school = new(Field.Junior);

    [Fact]
    public void A_case_is_suspected_then_confirmed_then_closed()
    {
        school.Enrol("a", "2023-09-01").Enrol("b", "2023-09-01")
            .Step("a", EnrolmentKind.DropoutSuspected, "2024-03-04")
            .Step("a", EnrolmentKind.DroppedOut, "2024-04-08", "厌学")
            .Step("a", EnrolmentKind.Returned, "2024-09-02");

        Assert.Equal((1, null, null), Ledgers("2024-03"));
        Assert.Equal((0, 1, 0), Ledgers("2024-04"));
        Assert.Equal((null, 1, null), Ledgers("2024-06"));
        Assert.Equal((0, 0, 1), Ledgers("2024-09"));
        Assert.Equal((0, 1, 0), Ledgers("SY2023"));
        Assert.Equal((0, 0, 1), Ledgers("2024"));
    }

    [Fact]
    public void A_suspected_student_is_still_on_the_roll_and_a_cleared_one_off_the_ledger()
    {
        school.Enrol("a", "2023-09-01").Step("a", EnrolmentKind.DropoutSuspected, "2024-03-04").Report("2024-03");
        Assert.Equal((1, 1), (school[Suspected, "2024-03"], school[Enrolled, "2024-03"]));

        school.Step("a", EnrolmentKind.SuspicionCleared, "2024-04-02").Report("2024-04");
        Assert.Equal((1, 0), (school[Suspected, "2024-03"], school[Suspected, "2024-04"]));
        Assert.Equal(StudentState.Enrolled, school.Ledger.FindStudent("a")!.State);
    }

    [Theory]
    [InlineData("2024-03-20", null, null, 1, 1)]
    [InlineData("2024-03-31", "2024-04-01", 1, 0, 0)]
    [InlineData("2024-05-31", "2024-07-01", 1, 0, 0)]
    [InlineData("2024-05-31", "2024-09-01", 1, 1, 0)]
    public void A_dropout_counts_in_the_periods_at_whose_end_the_student_was_still_away(
        string left, string? back, int? inMonth, int inSchoolYear, int inYear)
    {
        school.Enrol("a", "2023-09-01").Enrol("b", "2023-09-01").Step("a", EnrolmentKind.DroppedOut, left);
        if (back is not null)
            school.Step("a", EnrolmentKind.Returned, back);

        Assert.Equal(inMonth ?? 1, school[DroppedOut, left[..7]]);
        Assert.Equal((inSchoolYear, inYear), (school[DroppedOut, "SY2023"], school[DroppedOut, "2024"]));
        Assert.Equal(1, school[DroppedOut, left]);
    }

    [Fact]
    public void Who_is_found_at_another_school_has_transferred_and_not_dropped_out()
    {
        school.Enrol("a", "2023-09-01").Enrol("b", "2023-09-01")
            .Step("a", EnrolmentKind.DroppedOut, "2024-03-04")
            .Step("a", EnrolmentKind.TransferredOut, "2024-05-06");

        Assert.Equal((0, 1, 0), (school[DroppedOut, "SY2023"], school[Closed, "SY2023"], school[Returned, "SY2023"]));
        Assert.Equal(StudentState.TransferredOut, school.Ledger.FindStudent("a")!.State);
    }

    [Theory]
    [InlineData("死亡", StudentState.Deceased)]
    [InlineData("deceased", StudentState.Deceased)]
    [InlineData("出国", StudentState.Abroad)]
    [InlineData("厌学", StudentState.DroppedOut)]
    public void The_registers_reasons_say_what_a_dropout_is(string reason, StudentState state)
    {
        school.Enrol("a", "2023-09-01").Enrol("b", "2023-09-01").Step("a", EnrolmentKind.DroppedOut, "2024-03-04", reason).Report("2024-03");

        Assert.Equal(state, school.Ledger.FindStudent("a")!.State);
        Assert.Equal(state == StudentState.DroppedOut ? 1 : 0, school[DroppedOut, "2024-03"]);
    }

    [Fact]
    public void The_state_on_any_day_is_that_of_the_last_step_before()
    {
        school.Enrol("a", "2021-09-01").Step("a", EnrolmentKind.DroppedOut, "2022-04-01")
            .Step("a", EnrolmentKind.Returned, "2022-09-01").Step("a", EnrolmentKind.Graduated, "2024-06-30");
        var student = school.Ledger.FindStudent("a")!;

        Assert.Equal(
            [null, StudentState.Enrolled, StudentState.DroppedOut, StudentState.Returned, StudentState.Graduated],
            new[] { "2021-08-31", "2022-03-31", "2022-08-31", "2023-08-31", "2024-08-31" }.Select(day => student.StateOn(DateOnly.Parse(day, null))));
    }

    [Fact]
    public void A_school_years_roll_is_that_of_september_with_those_who_came_later_and_dropped_out()
    {
        school.Enrol("stays", "2023-09-01").Enrol("graduates", "2023-09-01").Enrol("late", "2024-02-26")
            .Step("late", EnrolmentKind.DroppedOut, "2024-05-06")
            .Step("graduates", EnrolmentKind.Graduated, "2024-06-30");

        Assert.Equal((3, 1, 1), (school[Enrolled, "SY2023"], school[DroppedOut, "SY2023"], school[Graduated, "SY2023"]));
        Assert.Equal((2, 1), (school[Enrolled, "2024"], school[DroppedOut, "2024"]));
    }

    [Theory]
    [InlineData(EnrolmentKind.SuspicionCleared, SubmissionErrorCodes.NotSuspected)]
    [InlineData(EnrolmentKind.Returned, SubmissionErrorCodes.NotDroppedOut)]
    [InlineData(EnrolmentKind.Enrolled, SubmissionErrorCodes.AlreadyEnrolled)]
    public void What_the_students_state_does_not_allow_is_refused(EnrolmentKind kind, string code)
    {
        school.Enrol("a", "2023-09-01");

        var error = Assert.Single(school.TryRecord(new EnrolmentEvent("a", kind, new DateOnly(2024, 3, 4), null, null, null)));
        Assert.Equal((code, "kind"), (error.Code, error.Field));
    }

    [Fact]
    public void Nothing_follows_a_death()
    {
        school.Enrol("a", "2023-09-01").Step("a", EnrolmentKind.TransferredOut, "2024-03-04", "死亡");

        var error = Assert.Single(school.TryRecord(new EnrolmentEvent("a", EnrolmentKind.Enrolled, new DateOnly(2024, 9, 2), null, null, null)));
        Assert.Equal(SubmissionErrorCodes.Deceased, error.Code);
    }

    private (decimal? Suspected, decimal? Confirmed, decimal? Closed) Ledgers(string period) =>
        (school[Suspected, period], school[Confirmed, period], school[Closed, period]);
}
