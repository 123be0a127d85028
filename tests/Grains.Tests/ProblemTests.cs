using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Tests;

public class ProblemTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_ledger_of_problems_is_kept_word_for_word_over_restarts_from_journal_and_from_snapshot()
    {
        var school = await silo.NewSchool("230404-problems");
        var named = new Problem("2", "民办幼儿园未按要求缴纳“五险一金”", ["preschool.insured_share"], ProblemStatus.Closed, "加大监督管理");
        await silo.DistrictGrain.NameProblems(Ledger(SiloFixture.District.Code, named, new Problem("1", "学区划分不均衡", [])));
        await school.NameProblems(Ledger("230404-problems", named));

        // The first restart reads the journal; stopping leaves snapshots, which the second one reads.
        for (var restart = 0; restart < 2; restart++)
        {
            await silo.Stop();
            await silo.Start();

            var ledger = Assert.Single(await silo.DistrictGrain.ProblemLedgers());
            Assert.Equal((SiloFixture.Year, new Source("自评报告", "三"), "ledger"), (ledger.Period, ledger.Source, ledger.SubmissionId));
            Assert.Equal(["2", "1"], ledger.Problems.Select(problem => problem.Number));
            Assert.Equal(["preschool.insured_share"], ledger.Problems[0].Indicators);
            Assert.Equal(named with { Indicators = ledger.Problems[0].Indicators }, ledger.Problems[0]);
            Assert.Single(await silo.Grains.GetGrain<Contracts.Schools.ISchoolGrain>("230404-problems").ProblemLedgers());
        }

        Assert.True((await silo.DistrictGrain.NameProblems(Ledger(SiloFixture.District.Code, named, new Problem("1", "学区划分不均衡", [])))).Duplicate);
    }

    [Fact]
    public async Task A_missed_target_that_is_not_named_is_raised_when_the_ledger_comes()
    {
        var city = silo.CityGrain;
        await city.ReportFigures(new FiguresSubmission(
            "fit", SiloFixture.City, new Source("年报", null), [new Figure("fitness.excellent_good_rate", SiloFixture.Year, null, 10)]));
        Assert.DoesNotContain(await city.Findings(SiloFixture.City, SiloFixture.Year), finding => finding.Id.Rule == "target.missed_unnamed");

        await city.NameProblems(Ledger(SiloFixture.City.Code));

        Assert.Contains(await city.Findings(SiloFixture.City, SiloFixture.Year), finding => finding.Id.Rule == "target.missed_unnamed");
    }

    private static ProblemsSubmission Ledger(string unit, params Problem[] problems) => new(
        "ledger", Domain.OrgUnits.OrgUnitId.Parse(unit), SiloFixture.Year, new Source("自评报告", "三"), [.. problems]);
}
