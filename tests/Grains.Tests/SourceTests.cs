using EduAnalytics.Contracts.Schools;
using EduAnalytics.Contracts.Sources;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Grains.Tests;

/// <summary>The submissions behind a school's counts, as they are read out of its journal.</summary>
public class SourceTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_count_names_the_submissions_that_brought_it()
    {
        var school = await silo.NewSchool("230404-traced");
        await school.RecordEnrolment(SiloFixture.Enrol("autumn", school, 3));
        var outcome = await school.RecordEnrolment(SiloFixture.Events("left", school, SiloFixture.Event("autumn-1", EnrolmentKind.DroppedOut, "2024-05-06")));

        var found = await Find(school, "dropout.rate", outcome.Version!.Value);

        Assert.Equal(["left×1", "autumn×3"], Named(found));
        Assert.Equal((2, SourceKind.Enrolment), (found.Count, found.Newest[0].Kind));
        Assert.Empty(found.Below);
    }

    [Fact]
    public async Task What_is_behind_a_value_is_told_of_the_version_that_the_value_has()
    {
        var school = await silo.NewSchool("230404-versions");
        var before = await school.RecordEnrolment(SiloFixture.Enrol("early", school, 2));
        var after = await school.RecordEnrolment(SiloFixture.Enrol("late", school, 1));

        Assert.Equal(["early×2"], Named(await Find(school, "dropout.roll", before.Version!.Value)));
        Assert.Equal(["late×1", "early×2"], Named(await Find(school, "dropout.roll", after.Version!.Value)));
        Assert.Equal(["early×2"], Named(await Find(school, "dropout.roll", before.Version!.Value)));
    }

    [Fact]
    public async Task Readers_who_ask_at_once_are_each_answered_in_the_order_of_their_questions()
    {
        var school = await silo.NewSchool("230404-readers");
        var version = (await school.RecordEnrolment(SiloFixture.Enrol("all", school, 4))).Version!.Value;
        var questions = new[] { "dropout.roll", "fitness.pass_rate", "dropout.roll" }.Select(indicator => Question(indicator, version));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Reader(school).FindSources([.. questions], 10)));

        Assert.All(answers, answer => Assert.Equal([1, 0, 1], answer.Select(found => found.Count)));
    }

    [Fact]
    public async Task A_restarted_silo_finds_the_same_submissions()
    {
        var school = await silo.NewSchool("230404-again");
        var version = (await school.RecordEnrolment(SiloFixture.Enrol("kept", school, 5))).Version!.Value;
        var before = await Find(school, "dropout.roll", version);

        await silo.Stop();
        await silo.Start();

        Assert.Equal(before.Newest, (await Find(silo.Grains.GetGrain<ISchoolGrain>("230404-again"), "dropout.roll", version)).Newest);
    }

    [Fact]
    public async Task A_district_names_the_schools_whose_parts_are_in_its_value_with_the_versions_it_holds()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var id = OrgUnitId.Parse("230404-part");
        var school = await silo.NewSchool(id.Code);
        await using var changes = await SiloFixture.Follow(silo.DistrictGrain.Watch(Guid.NewGuid(), [id], ["dropout.roll"], limit.Token), limit.Token);
        var seen = SiloFixture.Until(changes, value => value.OrgUnit == id && value.Value == 7);
        var outcome = await school.RecordEnrolment(SiloFixture.Enrol("part", school, 7));
        await seen;

        var found = (await silo.DistrictGrain.FindSources([Question("dropout.roll", 0)], 10))[0];

        Assert.Empty(found.Newest);
        Assert.Equal(outcome.Version, Assert.Single(found.Below, unit => unit.OrgUnit == id).Version);
    }

    private async Task<FoundSources> Find(ISchoolGrain school, string indicator, long version) =>
        (await Reader(school).FindSources([Question(indicator, version)], 10))[0];

    private ISchoolSourcesGrain Reader(ISchoolGrain school) => silo.Grains.GetGrain<ISchoolSourcesGrain>(school.GetPrimaryKeyString());

    private static SourceQuestion Question(string indicator, long version) => new(indicator, SiloFixture.Year, null, null, version);

    private static IEnumerable<string> Named(FoundSources found) => found.Newest.Select(source => $"{source.SubmissionId}×{source.Lines}");
}
