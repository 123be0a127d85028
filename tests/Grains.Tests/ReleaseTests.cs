using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Tests;

/// <summary>What districts and cities mark as being for a unit's own staff only.</summary>
public sealed class ReleaseTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string Myopia = "health.myopia_rate";

    private static readonly Period year = SiloFixture.Year;
    private static readonly OrgUnitId small = OrgUnitId.Parse("230404-small");
    private static readonly OrgUnitId beside = OrgUnitId.Parse("230404-beside");
    private static readonly OrgUnitId large = OrgUnitId.Parse("230404-large");

    [Fact]
    public async Task A_district_marks_its_schools_values_changes_contributions_and_findings()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var changes = await SiloFixture.Follow(silo.DistrictGrain.Watch(Guid.NewGuid(), [small, beside, large], [Myopia], limit.Token), limit.Token);
        await Report(small, 3);
        await Report(beside, 12);
        await Report(large, 30);
        await SiloFixture.Until(changes, value => value.OrgUnit == large && value.Numerator == 30);

        var values = await silo.DistrictGrain.Evaluate([.. new[] { small, beside, large, SiloFixture.District }.Select(unit => Query(unit, year))], Audience.Everyone);
        Assert.Equal([Suppression.SmallCount, Suppression.Complementary, null, null], values.Select(value => value.Withheld));
        Assert.Equal(3, values[0].Numerator);

        var next = await silo.DistrictGrain.Evaluate([Query(small, year.Next), Query(large, year.Next)], Audience.Everyone);
        Assert.Equal([null, null], next.Select(value => value.Withheld));
        Assert.Equal([Suppression.SmallCount, null], next.Select(value => value.WithheldChange));

        var explained = (await silo.DistrictGrain.Explain([new ValueQuery(SiloFixture.District, Myopia, year, SchoolStage.Primary)]))[0];
        var parts = explained.Contributions.Where(part => part.Measure == "health.myopic").ToDictionary(part => part.OrgUnit, part => part.Withheld);
        Assert.Equal((Suppression.SmallCount, Suppression.Complementary, null), (parts[small], parts[beside], parts[large]));

        Assert.Equal(
            [Suppression.SmallCount, null],
            await silo.DistrictGrain.WhyValuesWithheld([Query(small, year), Query(large, year)]));
        Assert.Equal(
            [Suppression.SmallCount, null],
            await silo.DistrictGrain.WhyFindingsWithheld(
            [
                new FindingId("target.missed", small, year, SchoolStage.Primary, Myopia),
                new FindingId("target.missed", large, year, SchoolStage.Primary, Myopia),
            ]));
    }

    [Fact]
    public async Task A_district_withholds_its_own_count_where_the_city_says_so()
    {
        var tiny = OrgUnitId.Parse("230402-tiny");
        var query = new ValueQuery(SiloFixture.OtherDistrict, Myopia, Period.OfYear(2019), SchoolStage.Primary);
        var other = silo.Grains.GetGrain<Contracts.Districts.IDistrictGrain>(SiloFixture.OtherDistrict.Code);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var changes = await SiloFixture.Follow(silo.CityGrain.Watch(Guid.NewGuid(), [SiloFixture.OtherDistrict], [Myopia], limit.Token), limit.Token);
        var school = await silo.NewSchool(tiny.Code, SchoolStage.Primary, SiloFixture.OtherDistrict);
        await school.ReportFigures(Figures(tiny, Period.OfYear(2019), 2));
        await SiloFixture.Until(changes, value => value.Numerator == 2);

        var atCity = Assert.Single(await silo.CityGrain.Evaluate([query], Audience.Everyone));
        var atDistrict = Assert.Single(await other.Evaluate([query], Audience.Everyone));
        Assert.Equal((Suppression.SmallCount, Suppression.SmallCount), (atCity.Withheld, atDistrict.Withheld));
    }

    private async Task Report(OrgUnitId unit, int myopic)
    {
        var school = await silo.NewSchool(unit.Code);
        await school.ReportFigures(Figures(unit, year, myopic));
        await school.ReportFigures(Figures(unit, year.Next, myopic + 10));
    }

    private static FiguresSubmission Figures(OrgUnitId unit, Period period, int myopic) => new(
        $"myopia-{period}", unit, new Source("视力筛查", null),
        [new Figure("health.myopic", period, SchoolStage.Primary, myopic), new Figure("health.screened", period, SchoolStage.Primary, 100)]);

    private static ValueQuery Query(OrgUnitId unit, Period period) => new(unit, Myopia, period, SchoolStage.Primary);
}
