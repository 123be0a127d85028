using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Tests;

public class SubmissionTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_repeated_submission_changes_nothing()
    {
        var school = await silo.NewSchool("230404-repeated");
        var submission = SiloFixture.Enrol("once", school, 30);

        var first = await school.RecordEnrolment(submission);
        var again = await school.RecordEnrolment(submission);

        Assert.Equal((30, false, 1L), (first.Accepted, first.Duplicate, first.Version!.Value));
        Assert.Equal((30, true, 1L), (again.Accepted, again.Duplicate, again.Version!.Value));
        Assert.Equal([1L], await school.Versions([OrgUnitId.Parse("230404-repeated")]));
    }

    [Fact]
    public async Task A_stream_that_is_sent_again_adds_what_is_new_in_it_alone()
    {
        var school = await silo.NewSchool("230404-again");
        var enrolled = SiloFixture.Events("enrolled", school, SiloFixture.Event("a", EnrolmentKind.Enrolled, "2024-03-01"), SiloFixture.Event("b", EnrolmentKind.Enrolled, "2024-03-01"));
        // Recorded a second time it would be refused, since the student is no longer there.
        var left = SiloFixture.Events("left", school, SiloFixture.Event("a", EnrolmentKind.DroppedOut, "2024-04-01"));
        await school.RecordEnrolment(enrolled);
        await school.RecordEnrolment(left);

        var again = new List<bool>();
        foreach (var submission in (EnrolmentSubmission[])[left, enrolled, left, SiloFixture.Enrol("new", school, 3), enrolled, left])
        {
            var outcome = await school.RecordEnrolment(submission);
            Assert.False(outcome.Refused, string.Join(' ', outcome.Errors));
            again.Add(outcome.Duplicate);
        }

        Assert.Equal([true, true, true, false, true, true], again);
        Assert.Equal([3L], await school.Versions([OrgUnitId.Parse("230404-again")]));
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_an_error()
    {
        var school = await silo.NewSchool("230404-reused");
        await school.RecordEnrolment(SiloFixture.Enrol("id", school, 30));

        var refused = await school.RecordEnrolment(SiloFixture.Enrol("id", school, 31));

        Assert.Equal(SubmissionErrorCodes.IdReused, Assert.Single(refused.Errors).Code);
    }

    [Fact]
    public async Task One_impossible_line_refuses_the_whole_submission()
    {
        var school = await silo.NewSchool("230404-whole");

        var refused = await school.RecordEnrolment(SiloFixture.Events(
            "mixed", school,
            SiloFixture.Event("a", EnrolmentKind.Enrolled, "2024-03-01"),
            SiloFixture.Event("b", EnrolmentKind.DroppedOut, "2024-03-01")));

        Assert.Equal((0, null, 1), (refused.Accepted, refused.Version, Assert.Single(refused.Errors).Index!.Value));
        Assert.Equal([0L], await school.Versions([OrgUnitId.Parse("230404-whole")]));
    }

    [Fact]
    public async Task Figures_of_a_district_are_journaled_by_the_district()
    {
        var before = (await silo.DistrictGrain.Versions([SiloFixture.District]))[0];

        var outcome = await silo.DistrictGrain.ReportFigures(new FiguresSubmission(
            "finance", SiloFixture.District, new Source("自查自评报告", "一(二)2"), [new Figure("finance.allocated", SiloFixture.Year, null, 62171886.03m)]));

        Assert.True(outcome.Version > before);
        var value = (await silo.DistrictGrain.Evaluate([new(SiloFixture.District, "finance.allocated", SiloFixture.Year, null)], Audience.Staff))[0];
        Assert.Equal(62171886.03m, value.Value);
        var found = (await silo.DistrictGrain.FindSources([new SourceQuestion("finance.allocated", SiloFixture.Year, null, null, 0)], 10))[0];
        var source = Assert.Single(found.Newest);
        Assert.Equal(("自查自评报告", "一(二)2", "finance"), (source.Document, source.Section, source.SubmissionId));
    }

    [Fact]
    public async Task Many_senders_at_once_lose_nothing_and_count_nothing_twice()
    {
        var school = await silo.NewSchool("230404-crowd");
        var submissions = Enumerable.Range(0, 40).Select(n => SiloFixture.Enrol($"crowd-{n}", school, 5)).ToList();

        var outcomes = await Task.WhenAll(submissions.Concat(submissions).Select(school.RecordEnrolment));

        Assert.Equal(40, outcomes.Count(outcome => !outcome.Duplicate && !outcome.Refused));
        Assert.Equal(40, outcomes.Count(outcome => outcome.Duplicate));
        var value = (await school.Evaluate([SiloFixture.RollOf(OrgUnitId.Parse("230404-crowd"))], Audience.Staff))[0];
        Assert.Equal(200, value.Value);
    }
}
