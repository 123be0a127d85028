using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Tests;

public class AcknowledgementTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_word_on_a_finding_is_kept_over_restarts_from_journal_and_from_snapshot()
    {
        var school = await silo.NewSchool("230404-known");
        var word = Word(await Missed(silo.DistrictGrain, SiloFixture.District), "复测已安排");
        var ofSchool = Word(await Missed(school, OrgUnitId.Parse("230404-known")), "已核实");
        Assert.Equal(1, (await silo.DistrictGrain.Acknowledge(word)).Accepted);
        Assert.Equal(1, (await school.Acknowledge(ofSchool)).Accepted);

        // The first restart reads the journal; stopping leaves snapshots, which the second one reads.
        for (var restart = 0; restart < 2; restart++)
        {
            await silo.Stop();
            await silo.Start();

            var kept = Assert.Single(await silo.DistrictGrain.Acknowledged());
            Assert.Equal((word.Finding, "复测已安排", "王老师"), (kept.Finding, kept.Note, kept.By));
            Assert.True(kept.Covers(word.Standing!));
            Assert.Equal("已核实", Assert.Single(await silo.Grains.GetGrain<ISchoolGrain>("230404-known").Acknowledged()).Note);
        }

        Assert.True((await silo.DistrictGrain.Acknowledge(word)).Duplicate);
    }

    [Fact]
    public async Task A_word_sent_again_is_the_same_word_also_when_the_numbers_have_changed_or_the_finding_has_gone()
    {
        var school = await silo.NewSchool("230404-again");
        var word = Word(await Missed(school, OrgUnitId.Parse("230404-again")), "已核实");
        await school.Acknowledge(word);

        Assert.True((await school.Acknowledge(word with { Standing = word.Standing! with { Values = [9, 50] } })).Duplicate);
        Assert.True((await school.Acknowledge(word with { Standing = null, By = "李老师" })).Duplicate);
        Assert.Equal("SUBMISSION_ID_REUSED", Assert.Single((await school.Acknowledge(word with { Note = "另一句" })).Errors).Code);
        Assert.Equal([10m, 50m], Assert.Single(await school.Acknowledged()).Values);
    }

    [Fact]
    public async Task A_word_taken_back_is_gone_and_can_be_given_anew()
    {
        var school = await silo.NewSchool("230404-back");
        var id = OrgUnitId.Parse("230404-back");
        var word = Word(await Missed(school, id), "已核实");
        await school.Acknowledge(word);

        Assert.Equal(1, (await school.Withdraw(new WithdrawalSubmission("back", id, word.Finding, "王老师"))).Accepted);
        Assert.Empty(await school.Acknowledged());
        Assert.Equal("UNKNOWN_FINDING", Assert.Single((await school.Withdraw(new WithdrawalSubmission("twice", id, word.Finding, "王老师"))).Errors).Code);

        await school.Acknowledge(word with { Id = "anew" });
        Assert.Single(await school.Acknowledged());
    }

    [Fact]
    public async Task A_word_on_what_does_not_stand_or_looks_otherwise_than_its_reader_saw_is_refused()
    {
        var school = await silo.NewSchool("230404-refused");
        var word = Word(await Missed(school, OrgUnitId.Parse("230404-refused")), "已核实");

        Assert.Equal("UNKNOWN_FINDING", Assert.Single((await school.Acknowledge(word with { Standing = null })).Errors).Code);
        Assert.Equal("FINDING_CHANGED", Assert.Single((await school.Acknowledge(word with { Seen = [11, 50] })).Errors).Code);
        Assert.Equal("MISSING", Assert.Single((await school.Acknowledge(word with { Note = " " })).Errors).Code);
        Assert.Empty(await school.Acknowledged());
    }

    /// <summary>The finding that a rate of ten per cent raises.</summary>
    private static async Task<Finding> Missed(IUnitReads grain, OrgUnitId unit)
    {
        var figures = new FiguresSubmission(
            $"miss-{unit}", unit, new Source("年报", null), [new Figure("fitness.excellent_good_rate", SiloFixture.Year, null, 10)]);
        var outcome = grain is ISchoolGrain school ? await school.ReportFigures(figures) : await ((Contracts.Districts.IDistrictGrain)grain).ReportFigures(figures);
        Assert.False(outcome.Refused);
        return Assert.Single(await grain.Findings(unit, SiloFixture.Year), finding => finding.Id.Rule == "target.missed");
    }

    private static AcknowledgementSubmission Word(Finding finding, string note) =>
        new($"known-{finding.OrgUnit}", finding.OrgUnit, finding.Id, note, "王老师", null, finding);
}
