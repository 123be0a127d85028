using System.Collections.Immutable;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Queries.Replicas;
using EduAnalytics.Gateway.Tests.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Core.Internal;

namespace EduAnalytics.Gateway.Tests.Replicas;

/// <summary>Answers that a gateway holds are given while their grain would give them itself, and not a moment longer.</summary>
public sealed class ReplicaTests : IClassFixture<EduServer>, IDisposable
{
    private const string Myopia = "health.myopia_rate";

    private static readonly OrgUnitId nanshan = OrgUnitId.Parse("230404");
    private static readonly OrgUnitId xiangyang = OrgUnitId.Parse("230402");

    private readonly EduServer server;
    private readonly FakeTimeProvider time = new();
    private readonly ReadReplicas replicas;

    public ReplicaTests(EduServer server)
    {
        this.server = server;
        replicas = new ReadReplicas(Grains, time);
    }

    private IGrainFactory Grains => server.Services.GetRequiredService<IGrainFactory>();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => replicas.Dispose();

    [Theory]
    [InlineData(Audience.Staff)]
    [InlineData(Audience.Everyone)]
    public async Task A_question_asked_again_costs_the_grain_no_answer(Audience audience)
    {
        var query = Allocated(xiangyang, 2011);
        await State(xiangyang, 2011, 7);
        await Read(query, audience);
        var (answers, versions) = (server.Calls.Of("Answer"), server.Calls.Of("Version"));

        Assert.Equal(7, (await Read(query, audience)).Value);

        Assert.Equal(answers, server.Calls.Of("Answer"));
        Assert.True(server.Calls.Of("Version") > versions);
    }

    [Theory]
    [InlineData(Audience.Staff)]
    [InlineData(Audience.Everyone)]
    public async Task Readers_beside_a_writer_see_all_that_was_acknowledged_and_nothing_goes_back_also_where_the_grain_moves(Audience audience)
    {
        var year = audience == Audience.Staff ? 2012 : 2013;
        var acknowledged = 0;
        var writing = Task.Run(async () =>
        {
            for (var value = 1; value <= 200; value++)
            {
                await State(nanshan, year, value);
                Volatile.Write(ref acknowledged, value);
                if (value % 50 == 0)
                    await PutToSleep(nanshan);
            }
        }, Ending);
        var readers = Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var (reads, newest) = (0, 0m);
            while (!writing.IsCompleted)
            {
                var atLeast = Math.Max(newest, Volatile.Read(ref acknowledged));
                newest = (await Read(Allocated(nanshan, year), audience)).Value ?? 0;
                Assert.True(newest >= atLeast, $"{atLeast} was there, {newest} was answered.");
                reads++;
            }

            return reads;
        }, Ending)).ToList();

        await writing;

        Assert.All(await Task.WhenAll(readers), reads => Assert.NotEqual(0, reads));
        Assert.Equal(200, (await Read(Allocated(nanshan, year), audience)).Value);
    }

    [Fact]
    public async Task What_the_district_withholds_from_now_on_is_not_shown_again()
    {
        await ReportMyopic("230402-wide", 40, "shown");
        await ReportMyopic("230402-beside", 30, "shown");
        var query = new ValueQuery(OrgUnitId.Parse("230402-wide"), Myopia, Period.OfYear(2016), SchoolStage.Primary);
        var shown = await Read(query, Audience.Everyone, xiangyang);

        await ReportMyopic("230402-wide", 3, "small");

        var withheld = await Read(query, Audience.Everyone, xiangyang);
        Assert.Equal((null, Suppression.SmallCount), (shown.Withheld, withheld.Withheld));
        Assert.Equal(3, (await Read(query, Audience.Staff, xiangyang)).Numerator);
    }

    [Fact]
    public async Task A_districts_answers_to_others_than_staff_are_asked_for_again_when_its_city_changes()
    {
        await ReportMyopic("230402-alone", 40, "first");
        var query = new ValueQuery(xiangyang, Myopia, Period.OfYear(2016), SchoolStage.Primary);
        await Read(query, Audience.Everyone);
        await Read(query, Audience.Staff);
        var before = server.Calls.Of("Answer");

        await Grains.GetGrain<ICityGrain>("230400").ReportFigures(Figures("230400", "finance.allocated", Period.OfYear(2014), null, 1));
        var others = await Read(query, Audience.Everyone);
        var toOthers = server.Calls.Of("Answer") - before;
        await Read(query, Audience.Staff);

        Assert.Equal((1, 1), (toOthers, server.Calls.Of("Answer") - before));
        Assert.Equal((await Grains.GetGrain<IDistrictGrain>(xiangyang.Code).Evaluate([query], Audience.Everyone))[0], others);
    }

    [Fact]
    public async Task A_school_that_was_registered_a_moment_ago_has_an_answer()
    {
        await Read(Allocated(xiangyang, 2015), Audience.Staff);
        var school = OrgUnitId.Parse("230402-brand-new");
        await server.Register(EduServer.Unit(school.Code, "新学校", null, OrgUnitLevel.School, "230402", SchoolStage.Primary));

        var value = await Read(new ValueQuery(school, Myopia, Period.OfYear(2015), SchoolStage.Primary), Audience.Staff, xiangyang);

        Assert.Equal((school, null), (value.OrgUnit, value.Value));
    }

    [Fact]
    public async Task The_periods_with_data_are_those_that_the_grain_tells_and_a_new_one_is_among_them()
    {
        var district = Grains.GetGrain<IDistrictGrain>(nanshan.Code);
        await State(nanshan, 2005, 1);
        var before = await Periods();
        await State(nanshan, 2006, 1);

        var after = await Periods();

        Assert.DoesNotContain(Period.OfYear(2006), before);
        Assert.Contains(Period.OfYear(2006), after);
        Assert.Equal((await district.PeriodsWithData([nanshan], ["finance.allocated"], null))[0], after);

        async Task<ImmutableArray<Period>> Periods() =>
            (await replicas.Find(district, Audience.Staff)!.PeriodsWithData([nanshan], ["finance.allocated"], null))[0];
    }

    [Fact]
    public async Task Who_names_a_unit_that_the_grain_does_not_answer_for_spoils_nobody_elses_answer()
    {
        await State(nanshan, 2009, 9);
        var replica = replicas.Find(Grains.GetGrain<IDistrictGrain>(nanshan.Code), Audience.Staff)!;

        var first = replica.Evaluate([Allocated(nanshan, 2009)]);
        var foreign = replica.Evaluate([Allocated(xiangyang, 2009)]);
        var beside = replica.Evaluate([Allocated(nanshan, 2009)]);

        Assert.Equal([9, 9], (await Task.WhenAll(first, beside)).Select(values => values[0].Value));
        await Assert.ThrowsAsync<ArgumentException>(() => foreign);
    }

    [Fact]
    public async Task More_than_is_held_at_once_is_answered_all_the_same()
    {
        await State(nanshan, 2010, 10);
        ImmutableArray<ValueQuery> many = [.. Enumerable.Range(0, Replica.Most + 1).Select(number => Allocated(nanshan, 1000 + number))];

        var values = await replicas.Find(Grains.GetGrain<IDistrictGrain>(nanshan.Code), Audience.Staff)!.Evaluate(many);

        Assert.Equal(many.Length, values.Length);
        Assert.Equal(10, values[1010].Value);
    }

    [Fact]
    public async Task What_nobody_asks_for_is_let_go_and_what_is_asked_for_stays()
    {
        await Read(Allocated(nanshan, 2008), Audience.Staff);
        await Read(Allocated(xiangyang, 2008), Audience.Staff);
        Assert.Equal(2, replicas.Count);

        time.Advance(ReadReplicas.Longest - TimeSpan.FromSeconds(30));
        await Read(Allocated(xiangyang, 2008), Audience.Staff);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, replicas.Count);

        time.Advance(ReadReplicas.Longest);
        Assert.Equal(0, replicas.Count);
    }

    [Fact]
    public void Schools_and_units_of_the_past_have_no_replica()
    {
        Assert.Null(replicas.Find(Grains.GetGrain<ISchoolGrain>("230402-s01"), Audience.Staff));
        Assert.NotNull(replicas.Find(Grains.GetGrain<ICityGrain>("230400"), Audience.Everyone));
    }

    private static ValueQuery Allocated(OrgUnitId unit, int year) => new(unit, "finance.allocated", Period.OfYear(year), null);

    private async Task<IndicatorValue> Read(ValueQuery query, Audience audience, OrgUnitId? from = null)
    {
        var district = Grains.GetGrain<IDistrictGrain>((from ?? query.OrgUnit).Code);
        return (await replicas.Find(district, audience)!.Evaluate([query]))[0];
    }

    private async Task State(OrgUnitId district, int year, decimal value)
    {
        var outcome = await Grains.GetGrain<IDistrictGrain>(district.Code)
            .ReportFigures(Figures(district.Code, "finance.allocated", Period.OfYear(year), null, value));
        Assert.False(outcome.Refused, string.Join(" ", outcome.Errors));
    }

    /// <summary>Returns when the district has the school's row.</summary>
    private async Task ReportMyopic(string school, int myopic, string name)
    {
        var unit = OrgUnitId.Parse(school);
        await server.Register(EduServer.Unit(school, school, null, OrgUnitLevel.School, "230402", SchoolStage.Primary));
        await using var changes = Grains.GetGrain<IDistrictGrain>("230402").Watch(Guid.NewGuid(), [unit], [Myopia], Ending).GetAsyncEnumerator(Ending);
        await changes.MoveNextAsync();
        var outcome = await Grains.GetGrain<ISchoolGrain>(school).ReportFigures(new FiguresSubmission(
            name, unit, new Source("视力筛查", null),
            [new Figure("health.myopic", Period.OfYear(2016), SchoolStage.Primary, myopic), new Figure("health.screened", Period.OfYear(2016), SchoolStage.Primary, 100)]));
        Assert.False(outcome.Refused, string.Join(" ", outcome.Errors));
        while (!changes.Current.Any(value => value.Numerator == myopic))
            Assert.True(await changes.MoveNextAsync());
    }

    private static FiguresSubmission Figures(string unit, string code, Period period, SchoolStage? stage, decimal value) =>
        new($"{unit}-{code}-{period}-{value}", OrgUnitId.Parse(unit), new Source("自评报告", null), [new Figure(code, period, stage, value)]);

    /// <summary>As when its silo goes: the next call finds it awake anew, from the journal.</summary>
    private async Task PutToSleep(OrgUnitId district) =>
        await Grains.GetGrain<IDistrictGrain>(district.Code).AsReference<IGrainManagementExtension>().DeactivateOnIdle(CancellationToken.None);
}
