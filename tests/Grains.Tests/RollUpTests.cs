using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Tests;

public class RollUpTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_dropout_at_a_school_shows_in_the_district_and_the_city()
    {
        using var limit = new CancellationTokenSource(patience);
        var home = OrgUnitId.Parse("230405");
        await silo.Register(new OrgUnit(home, "兴安区", null, OrgUnitLevel.District, SiloFixture.City, [], false));
        var school = await silo.NewSchool("230405-shown", district: home);
        var keeper = silo.Grains.GetGrain<Contracts.Districts.IDistrictGrain>(home.Code);
        await using var city = await SiloFixture.Follow(silo.CityGrain.Watch(Guid.NewGuid(), [SiloFixture.City], ["dropout.rate"], limit.Token), limit.Token);
        await using var district = await SiloFixture.Follow(keeper.Watch(Guid.NewGuid(), [home], ["dropout.rate"], limit.Token), limit.Token);
        var atCity = SiloFixture.Until(city, value => value.Stage == SchoolStage.Primary && value.Numerator > 0);
        var atDistrict = SiloFixture.Until(district, value => value.Stage == SchoolStage.Primary && value.Numerator > 0);

        await school.RecordEnrolment(SiloFixture.Enrol("shown", school, 50));
        await school.RecordEnrolment(SiloFixture.Events("out", school, SiloFixture.Event("shown-1", EnrolmentKind.DroppedOut, "2024-05-01")));

        Assert.Equal((1m, 50m), ((await atDistrict).Numerator, (await atDistrict).Denominator));
        Assert.Equal(1m, (await atCity).Numerator);
    }

    [Fact]
    public async Task A_watch_begins_with_what_is_present_and_turned_to_another_school_with_what_is_present_of_that()
    {
        using var limit = new CancellationTokenSource(patience);
        var (first, other) = (OrgUnitId.Parse("230404-watched"), OrgUnitId.Parse("230404-turned-to"));
        await Enrol(first, 20, limit.Token);
        await Enrol(other, 30, limit.Token);
        var watch = Guid.NewGuid();

        await using var changes = await SiloFixture.Follow(silo.DistrictGrain.Watch(watch, [first], ["dropout.roll"], limit.Token), limit.Token);

        Assert.Contains(changes.Current, value => value.OrgUnit == first && value.Value == 20);
        Assert.True(await silo.DistrictGrain.Refocus(watch, [first, other], ["dropout.roll"]));
        Assert.True(await changes.MoveNextAsync());
        Assert.All(changes.Current, value => Assert.Equal((other, 30m), (value.OrgUnit, value.Value)));
        Assert.False(await silo.DistrictGrain.Refocus(Guid.NewGuid(), [first], []));
    }

    [Fact]
    public async Task A_district_answers_for_its_schools_from_their_rows()
    {
        using var limit = new CancellationTokenSource(patience);
        var school = await silo.NewSchool("230404-rows");
        var id = OrgUnitId.Parse("230404-rows");
        await using var changes = await SiloFixture.Follow(silo.DistrictGrain.Watch(Guid.NewGuid(), [id], ["dropout.roll"], limit.Token), limit.Token);
        var seen = SiloFixture.Until(changes, value => value.OrgUnit == id && value.Value == 20);

        await school.RecordEnrolment(SiloFixture.Enrol("rows", school, 20));
        await seen;

        var fromDistrict = (await silo.DistrictGrain.Evaluate([SiloFixture.RollOf(id)], Audience.Staff))[0];
        var fromSchool = (await school.Evaluate([SiloFixture.RollOf(id)], Audience.Staff))[0];
        Assert.Equal(fromSchool with { AsOf = fromDistrict.AsOf }, fromDistrict);
        Assert.Equal(20, fromDistrict.Value);
    }

    [Fact]
    public async Task A_district_asked_again_says_the_same_until_something_below_or_of_its_own_changes()
    {
        using var limit = new CancellationTokenSource(patience);
        var home = OrgUnitId.Parse("230406");
        await silo.Register(new OrgUnit(home, "东山区", null, OrgUnitLevel.District, SiloFixture.City, [], false));
        var school = await silo.NewSchool("230406-asked-again", district: home);
        var keeper = silo.Grains.GetGrain<Contracts.Districts.IDistrictGrain>(home.Code);
        async Task<IndicatorValue> Asked() => (await keeper.Evaluate([SiloFixture.RollOf(home)], Audience.Staff))[0];
        await using var changes = await SiloFixture.Follow(keeper.Watch(Guid.NewGuid(), [home], ["dropout.roll"], limit.Token), limit.Token);
        var seen = SiloFixture.Until(changes, value => value is { Stage: SchoolStage.Primary, Value: 20 });

        var before = await Asked();
        await school.RecordEnrolment(SiloFixture.Enrol("asked-again", school, 20));
        await seen;
        var after = await Asked();
        await keeper.ReportFigures(new FiguresSubmission(
            "asked-again", home, new Source("年报", null), [new Figure("dropout.roll", SiloFixture.Year, SchoolStage.Primary, 21)]));
        var stated = await Asked();

        Assert.Equal((null, 20m, 20m), (before.Value, after.Value, stated.Value));
        Assert.Equal(new decimal?[] { null, null, 21m }, new[] { before.Reported, after.Reported, stated.Reported });
        Assert.Same(stated, await Asked());
    }

    [Fact]
    public async Task A_reader_is_not_told_what_did_not_change()
    {
        using var limit = new CancellationTokenSource(patience);
        var school = await silo.NewSchool("230404-quiet");
        var id = OrgUnitId.Parse("230404-quiet");
        await using var changes = await SiloFixture.Follow(silo.DistrictGrain.Watch(Guid.NewGuid(), [id], ["dropout.roll"], limit.Token), limit.Token);
        var first = SiloFixture.Until(changes, value => value.Value == 20);
        await school.RecordEnrolment(SiloFixture.Enrol("quiet", school, 20));
        await first;

        // A dropout and the return on one day leave every count as it was, where no later day begins a month that had no count;
        // only the next enrolment is news.
        var news = changes.MoveNextAsync();
        await school.RecordEnrolment(SiloFixture.Events("there-and-back", school,
            SiloFixture.Event("quiet-1", EnrolmentKind.DroppedOut, "2024-03-01"), SiloFixture.Event("quiet-1", EnrolmentKind.Returned, "2024-03-01")));
        await school.RecordEnrolment(SiloFixture.Enrol("more", school, 1));

        Assert.True(await news);
        Assert.All(changes.Current, value => Assert.Equal(21, value.Value));
    }

    [Fact]
    public async Task A_slow_reader_finds_each_value_once_in_its_newest_state()
    {
        using var limit = new CancellationTokenSource(patience);
        var school = await silo.NewSchool("230404-slow");
        var id = OrgUnitId.Parse("230404-slow");
        await using var quick = await SiloFixture.Follow(silo.DistrictGrain.Watch(Guid.NewGuid(), [id], ["dropout.roll"], limit.Token), limit.Token);
        await using var slow = await SiloFixture.Follow(silo.DistrictGrain.Watch(Guid.NewGuid(), [id], ["dropout.roll"], limit.Token), limit.Token);
        var slowFirst = slow.MoveNextAsync();
        var last = SiloFixture.Until(quick, value => value.Value == 200);

        for (var n = 0; n < 20; n++)
            await school.RecordEnrolment(SiloFixture.Enrol($"slow-{n}", school, 10));
        await last;
        await slowFirst;
        var late = slow.Current.Any(value => value.Value == 200) ? slow.Current : default;
        if (late.IsDefault)
            late = [await SiloFixture.Until(slow, value => value.Value == 200)];

        Assert.Equal(late.Length, late.Select(value => (value.Indicator, value.Period, value.Stage)).Distinct().Count());
    }

    [Fact]
    public async Task A_registered_school_that_has_sent_nothing_is_expected()
    {
        using var limit = new CancellationTokenSource(patience);
        var district = OrgUnitId.Parse("230407");
        await silo.Register(new OrgUnit(district, "兴山区", null, OrgUnitLevel.District, SiloFixture.City, [], false));
        var school = await silo.NewSchool("230407-first", district: district);
        var keeper = silo.Grains.GetGrain<Contracts.Districts.IDistrictGrain>(district.Code);
        await using var changes = await SiloFixture.Follow(keeper.Watch(Guid.NewGuid(), [district], ["dropout.roll"], limit.Token), limit.Token);
        var one = SiloFixture.Until(changes, value => value.ExpectedUnits == 1);
        await school.RecordEnrolment(SiloFixture.Enrol("first", school, 20));
        await one;

        var two = SiloFixture.Until(changes, value => value.ExpectedUnits == 2);
        await silo.NewSchool("230407-second", district: district);

        Assert.Equal((1, 2), ((await two).ReportedUnits, (await two).ExpectedUnits));
    }

    [Fact]
    public async Task A_registered_school_that_makes_a_sum_partial_reaches_the_city_as_a_new_version_of_the_district()
    {
        using var limit = new CancellationTokenSource(patience);
        var district = OrgUnitId.Parse("230408");
        await silo.Register(new OrgUnit(district, "萝北县", null, OrgUnitLevel.District, SiloFixture.City, [], false));
        var school = await silo.NewSchool("230408-first", district: district);
        var keeper = silo.Grains.GetGrain<Contracts.Districts.IDistrictGrain>(district.Code);
        await keeper.ReportFigures(new FiguresSubmission(
            "stated", district, new Source("年报", null), [new Figure(MeasureCodes.Enrolled, SiloFixture.Year, SchoolStage.Primary, 25)]));
        await school.RecordEnrolment(SiloFixture.Enrol("first-of-two", school, 20));
        var atCity = await CityHolds(district, 20, limit.Token);

        await silo.NewSchool("230408-second", district: district);

        // The district takes its own statement for a sum that one school is missing from, and so must the city.
        Assert.True((await CityHolds(district, 25, limit.Token)).Version > atCity.Version);
    }

    /// <summary>The city's own copy of the district's row says so many students.</summary>
    private async Task<IndicatorValue> CityHolds(OrgUnitId district, decimal students, CancellationToken limit)
    {
        while (true)
        {
            limit.ThrowIfCancellationRequested();
            var held = (await silo.CityGrain.Evaluate([SiloFixture.RollOf(district)], Audience.Staff))[0];
            if (held.Value == students)
                return held;
            await Task.Yield();
        }
    }

    /// <summary>A new school with so many students, of whom its district knows.</summary>
    private async Task Enrol(OrgUnitId id, int students, CancellationToken limit)
    {
        var school = await silo.NewSchool(id.Code);
        await school.RecordEnrolment(SiloFixture.Enrol(id.Code, school, students));
        while ((await silo.DistrictGrain.Evaluate([SiloFixture.RollOf(id)], Audience.Staff))[0].Value != students)
        {
            limit.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
