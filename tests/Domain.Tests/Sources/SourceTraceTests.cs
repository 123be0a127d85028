using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;
using static EduAnalytics.Domain.Schools.Counting.CountedMeasure;

namespace EduAnalytics.Domain.Tests.Sources;

/// <summary>Which submissions are behind a count.</summary>
public class SourceTraceTests
{
    private readonly TracedSchool school = new(Field.Junior);

    [Fact]
    public void A_roll_rests_on_the_submissions_that_enrolled_those_who_are_on_it()
    {
        school.Enrolment("first", ("a", EnrolmentKind.Enrolled, "2022-09-01"), ("b", EnrolmentKind.Enrolled, "2022-09-01"))
            .Enrolment("second", ("c", EnrolmentKind.Enrolled, "2023-09-01"));

        Assert.Equal(["second×1", "first×2"], school.Behind(Enrolled, "2024"));
        Assert.Equal(["first×2"], school.Behind(Enrolled, "2022"));
        var source = school.Find("sum.students.enrolled", "2022").Newest[0];
        Assert.Equal(
            (SourceKind.Enrolment, Field.Junior.Id, "Enrolment events", null, Field.Noon),
            (source.Kind, source.OrgUnit, source.Document, source.Section, source.RecordedAt));
    }

    [Fact]
    public void Who_left_the_roll_in_the_period_is_behind_it_and_who_left_before_is_not()
    {
        school.Enrolment("in", ("a", EnrolmentKind.Enrolled, "2022-09-01"), ("b", EnrolmentKind.Enrolled, "2022-09-01"))
            .Enrolment("out", ("a", EnrolmentKind.TransferredOut, "2023-03-06"));

        Assert.Equal(["out×1", "in×1"], school.Behind(Enrolled, "2023"));
        Assert.Equal(["in×1"], school.Behind(Enrolled, "2024"));
    }

    [Fact]
    public void A_dropout_and_the_return_that_undoes_it_are_behind_the_number_of_dropouts()
    {
        school.Enrolment("in", ("a", EnrolmentKind.Enrolled, "2023-09-01"))
            .Enrolment("out", ("a", EnrolmentKind.DroppedOut, "2024-03-04"));
        Assert.Equal(["out×1"], school.Behind(DroppedOut, "2024"));
        Assert.Equal(["in×1"], school.Behind(Enrolled, "2024"));

        school.Enrolment("back", ("a", EnrolmentKind.Returned, "2024-05-06"));
        Assert.Equal(["back×1"], school.Behind(DroppedOut, "2024"));
        Assert.Equal(["back×1"], school.Behind(Returned, "2024"));
    }

    [Fact]
    public void A_zero_of_dropouts_rests_on_the_monthly_reports_of_its_period()
    {
        school.Enrolment("in", ("a", EnrolmentKind.Enrolled, "2024-02-26"))
            .Figures("march", ("students.dropped_out", "2024-03", 0))
            .Figures("april", ("students.dropped_out", "2024-04", 0))
            .Figures("last-year", ("students.dropped_out", "2023-04", 0));

        Assert.Equal(["april×1", "march×1"], school.Behind(DroppedOut, "2024"));
        Assert.Equal(["april×1"], school.Behind(DroppedOut, "2024-04"));
        Assert.Equal(["april×1", "march×1"], school.Behind("sum.dropout.months_reported", "2024"));
    }

    [Fact]
    public void A_repeated_test_takes_the_place_of_the_one_before()
    {
        school.Fitness("autumn", ("a", "2024-03-10", 62), ("b", "2024-03-10", 95), ("c", "2024-03-10", 65))
            .Fitness("again", ("a", "2024-06-10", 91));

        Assert.Equal(["again×1", "autumn×2"], school.Behind(FitnessTested, "2024"));
        Assert.Equal(["again×1", "autumn×1"], school.Behind(FitnessExcellent, "2024"));
        Assert.Equal(["again×1", "autumn×1"], school.Behind(FitnessPassed, "2024"));
        Assert.Equal(SourceKind.Fitness, school.Find("sum.fitness.tested", "2024").Newest[0].Kind);
    }

    [Fact]
    public void That_nobody_did_well_rests_on_all_who_were_tested()
    {
        school.Fitness("tested", ("a", "2024-03-10", 62), ("b", "2024-03-10", 55));

        Assert.Equal(["tested×2"], school.Behind(FitnessExcellent, "2024"));
    }

    [Fact]
    public void A_line_that_bears_on_numerator_and_denominator_is_one_line()
    {
        school.Enrolment("in", ("a", EnrolmentKind.Enrolled, "2024-03-04"), ("b", EnrolmentKind.Enrolled, "2024-03-04"))
            .Enrolment("out", ("a", EnrolmentKind.DroppedOut, "2024-05-06"), ("b", EnrolmentKind.DropoutSuspected, "2024-05-06"));

        Assert.Equal(["out×1", "in×2"], school.Behind("dropout.rate", "2024"));
        Assert.Equal(["out×1"], school.Behind("dropout.rate", "2024", "students.dropped_out"));
    }

    [Fact]
    public void A_statement_is_behind_a_measure_until_another_takes_its_place()
    {
        school.Figures("first", ("students.enrolled", "2024", 500)).Figures("corrected", ("students.enrolled", "2024", 510));

        Assert.Equal(["corrected×1"], school.Behind(Enrolled, "2024"));
        Assert.Equal((SourceKind.Figures, "月报"), (school.Find("sum.students.enrolled", "2024").Newest[0].Kind, school.Find("sum.students.enrolled", "2024").Newest[0].Document));
    }

    [Fact]
    public void Of_many_submissions_the_newest_are_named_and_all_are_numbered()
    {
        for (var n = 0; n < 300; n++)
            school.Enrolment($"s{n}", ($"student-{n}", EnrolmentKind.Enrolled, "2024-03-04"));

        var found = school.Find("sum.students.enrolled", "2024");

        Assert.Equal((300, FoundSources.MostKept, "s299"), (found.Count, found.Newest.Length, found.Newest[0].SubmissionId));
        Assert.Equal(["s299", "s298"], found.Cut(2).Newest.Select(source => source.SubmissionId));
    }
}
