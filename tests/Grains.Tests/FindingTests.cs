using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Tests;

public class FindingTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);
    private static int submissions;

    [Fact]
    public async Task Staff_who_do_not_add_up_are_raised_told_with_their_source_and_gone_when_corrected()
    {
        using var limit = new CancellationTokenSource(patience);
        await using var raised = await SiloFixture.Follow(silo.DistrictGrain.WatchFindings(Guid.NewGuid(), [SiloFixture.District], limit.Token), limit.Token);
        var first = Until(raised, finding => finding.Id.Rule == "parts.kindergarten_staff");

        await State(Staff("preschool.staff", 91, "公办幼儿园在岗职工91人"), Staff("preschool.staff_established", 17), Staff("preschool.staff_contracted", 71));

        var finding = await first;
        Assert.Equal([17, 71, 91], finding.Values);
        Assert.Contains(finding.Sources, source => source is { Document: "自查自评报告", Section: "一(四)1", Quote: "公办幼儿园在岗职工91人" });
        Assert.Equal(finding.Id, Assert.Single(await OfRule("parts.kindergarten_staff")).Id);

        await State(Staff("preschool.staff_established", 20));
        Assert.Empty(await OfRule("parts.kindergarten_staff"));
    }

    [Fact]
    public async Task What_stood_before_is_not_told_to_a_reader_who_comes_later()
    {
        using var limit = new CancellationTokenSource(patience);
        await State(new Figure("safety.major_incidents", SiloFixture.Year, null, 1));
        await using var raised = await SiloFixture.Follow(silo.DistrictGrain.WatchFindings(Guid.NewGuid(), [SiloFixture.District], limit.Token), limit.Token);
        var next = raised.MoveNextAsync();

        await State(new Figure("safety.food_incidents", SiloFixture.Year, null, 1));

        Assert.True(await next);
        Assert.Equal("safety.food_incidents", Assert.Single(raised.Current).Id.Subject);
    }

    [Fact]
    public async Task A_school_far_from_the_others_is_found_by_its_district()
    {
        using var limit = new CancellationTokenSource(patience);
        var district = OrgUnitId.Parse("230406");
        await silo.Register(new OrgUnit(district, "东山区", null, OrgUnitLevel.District, SiloFixture.City, [], false));
        var keeper = silo.Grains.GetGrain<Contracts.Districts.IDistrictGrain>(district.Code);
        var schools = Enumerable.Range(0, 7).Select(n => OrgUnitId.Parse($"230406-far-{n}")).ToImmutableArray();
        foreach (var school in schools)
            await silo.NewSchool(school.Code, district: district);
        await using var raised = await SiloFixture.Follow(keeper.WatchFindings(Guid.NewGuid(), schools, limit.Token), limit.Token);
        var far = Until(raised, finding => finding.Id.Rule == "peers.far");

        for (var n = 0; n < 7; n++)
        {
            var outcome = await silo.Grains.GetGrain<Contracts.Schools.ISchoolGrain>(schools[n].Code).ReportFigures(new FiguresSubmission(
                $"myopia-{n}", schools[n], new Source("视力筛查", null), [new Figure("health.myopia_rate", SiloFixture.Year, SchoolStage.Primary, n == 3 ? 80 : 40 + n)]));
            Assert.False(outcome.Refused, string.Join(' ', outcome.Errors));
        }

        Assert.Equal(schools[3], (await far).OrgUnit);
    }

    private async Task State(params Figure[] figures)
    {
        var outcome = await silo.DistrictGrain.ReportFigures(new FiguresSubmission(
            $"stated-{Interlocked.Increment(ref submissions)}", SiloFixture.District, new Source("自查自评报告", "一(四)1"), [.. figures]));
        Assert.False(outcome.Refused, string.Join(' ', outcome.Errors));
    }

    private async Task<IEnumerable<Finding>> OfRule(string rule) =>
        (await silo.DistrictGrain.Findings(SiloFixture.District, SiloFixture.Year)).Where(finding => finding.Id.Rule == rule);

    private static Figure Staff(string code, decimal value, string? quote = null) =>
        new(code, SiloFixture.Year, SchoolStage.Kindergarten, value, quote);

    private static async Task<Finding> Until(IAsyncEnumerator<ImmutableArray<Finding>> raised, Func<Finding, bool> awaited)
    {
        while (await raised.MoveNextAsync())
        {
            if (raised.Current.FirstOrDefault(awaited) is { } found)
                return found;
        }

        throw new InvalidOperationException("The grain ended the stream.");
    }
}
