using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Tests;

public class SubmissionRulesTests
{
    [Theory]
    [InlineData("students.unknown", "2023", null, 1, SubmissionErrorCodes.UnknownCode, "code")]
    [InlineData(MeasureCodes.Enrolled, "2024H1", null, 1, SubmissionErrorCodes.WrongPeriod, "period")]
    [InlineData(MeasureCodes.Enrolled, "2023", SchoolStage.Kindergarten, 1, SubmissionErrorCodes.WrongStage, "stage")]
    [InlineData(MeasureCodes.Enrolled, "2023", SchoolStage.Primary, -1, SubmissionErrorCodes.BadValue, "value")]
    [InlineData(MeasureCodes.Enrolled, "2023", SchoolStage.Primary, 1.5, SubmissionErrorCodes.BadValue, "value")]
    [InlineData("preschool.public_share", "2023", null, 100.1, SubmissionErrorCodes.BadValue, "value")]
    [InlineData(MeasureCodes.Enrolled, "2025", null, 1, SubmissionErrorCodes.FutureDate, "period")]
    public void A_figure_that_cannot_be_is_refused_with_its_line_and_field(
        string code, string period, SchoolStage? stage, decimal value, string error, string field)
    {
        var good = new Figure(MeasureCodes.Enrolled, Field.Year2023, SchoolStage.Junior, 5);
        var submission = new FiguresSubmission("s", Field.District.Id, new Source("年报", null), [good, new Figure(code, Period.Parse(period), stage, value)]);

        var refused = Assert.Single(FiguresRules.Check(submission, Field.District, Field.Catalogue, Field.Today));

        Assert.Equal((error, 1, field), (refused.Code, refused.Index, refused.Field));
    }

    [Fact]
    public void The_same_cell_twice_is_refused_also_where_one_names_the_only_stage()
    {
        var submission = new FiguresSubmission("s", Field.District.Id, new Source("年报", null),
        [
            new Figure("preschool.children", Field.Year2023, null, 5), new Figure("preschool.children", Field.Year2023, SchoolStage.Kindergarten, 6),
        ]);

        Assert.Equal(SubmissionErrorCodes.Repeated, Assert.Single(FiguresRules.Check(submission, Field.District, Field.Catalogue, Field.Today)).Code);
    }

    [Fact]
    public void A_submission_without_name_document_or_lines_is_told_all_three()
    {
        var errors = FiguresRules.Check(new FiguresSubmission(" ", Field.District.Id, new Source("", null), []), Field.District, Field.Catalogue, Field.Today);

        Assert.Equal(["submissionId", null, "source.document"], errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData(EnrolmentKind.DroppedOut, "2024-03-01", SubmissionErrorCodes.NotEnrolled)]
    [InlineData(EnrolmentKind.Graduated, "2024-03-01", SubmissionErrorCodes.NotEnrolled)]
    [InlineData(EnrolmentKind.Returned, "2024-03-01", SubmissionErrorCodes.NotDroppedOut)]
    [InlineData(EnrolmentKind.Enrolled, "2024-12-01", SubmissionErrorCodes.FutureDate)]
    [InlineData(EnrolmentKind.Enrolled, "1949-12-01", SubmissionErrorCodes.BadDate)]
    public void An_event_that_cannot_have_happened_is_refused(EnrolmentKind kind, string date, string error) =>
        Assert.Equal(error, Assert.Single(Check(Field.Primary, new SchoolLedger(SchoolStage.Primary), (kind, date))).Code);

    [Fact]
    public void A_second_enrolment_is_refused()
    {
        var errors = Check(Field.Primary, new SchoolLedger(SchoolStage.Primary), (EnrolmentKind.Enrolled, "2023-09-01"), (EnrolmentKind.Enrolled, "2023-09-02"));

        Assert.Equal((SubmissionErrorCodes.AlreadyEnrolled, 1, "kind"), (errors[0].Code, errors[0].Index, errors[0].Field));
    }

    [Fact]
    public void Steps_of_one_submission_build_on_one_another() =>
        Assert.Empty(Check(Field.Primary, new SchoolLedger(SchoolStage.Primary),
            (EnrolmentKind.Enrolled, "2023-09-01"), (EnrolmentKind.DroppedOut, "2023-10-01"), (EnrolmentKind.Returned, "2023-11-01"), (EnrolmentKind.TransferredOut, "2024-01-01"), (EnrolmentKind.Enrolled, "2024-09-01")));

    [Fact]
    public void An_event_before_the_last_one_on_record_is_refused() =>
        Assert.Equal(SubmissionErrorCodes.OutOfOrder, Assert.Single(Check(Field.Primary, new SchoolLedger(SchoolStage.Primary),
            (EnrolmentKind.Enrolled, "2023-09-01"), (EnrolmentKind.DroppedOut, "2023-08-01"))).Code);

    [Fact]
    public void A_school_of_several_stages_needs_the_grade() =>
        Assert.Equal("grade", Assert.Single(Check(Field.NineYear, new SchoolLedger(null), (EnrolmentKind.Enrolled, "2023-09-01"))).Field);

    [Fact]
    public void A_kindergarten_is_told_to_state_figures() =>
        Assert.Equal(SubmissionErrorCodes.WrongStage, Assert.Single(Check(Field.Kindergarten, new SchoolLedger(SchoolStage.Kindergarten), (EnrolmentKind.Enrolled, "2023-09-01"))).Code);

    [Fact]
    public void Fitness_lines_are_refused_one_by_one()
    {
        var submission = new FitnessSubmission("s", Field.Primary.Id,
        [
            new FitnessResult("a", new DateOnly(2023, 10, 1), 3, Sex.Male, 120),
            new FitnessResult("b", new DateOnly(2023, 10, 1), 3, Sex.Male, 120.5m),
            new FitnessResult("c", new DateOnly(2023, 10, 1), 8, Sex.Male, 60),
            new FitnessResult("a", new DateOnly(2023, 10, 1), 3, Sex.Male, 60),
        ]);

        var errors = FitnessRules.Check(submission, new FitnessMarking(submission.Results, null), Field.Primary, Field.Today);

        Assert.Equal([(1, "score"), (2, "grade"), (3, "student")], errors.Select(error => (error.Index!.Value, error.Field!)));
    }

    private static ImmutableArray<SubmissionError> Check(OrgUnit unit, SchoolLedger ledger, params (EnrolmentKind Kind, string Date)[] steps) =>
        EnrolmentRules.Check(
            new EnrolmentSubmission("s", unit.Id, [.. steps.Select(step => new EnrolmentEvent("a", step.Kind, DateOnly.Parse(step.Date, null), null, null, null))]),
            unit, ledger, Field.Today);
}
