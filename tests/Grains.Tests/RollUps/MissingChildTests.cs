using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Journal;
using Orleans.Core.Internal;

namespace EduAnalytics.Grains.Tests.RollUps;

/// <summary>A child that could not bring its row while its parent woke is missing for as long as that lasts, and no longer.</summary>
public sealed class MissingChildTests : IAsyncLifetime
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly StagedCalls calls = new();
    private readonly SiloFixture silo;

    public MissingChildTests() => silo = new SiloFixture { More = builder => builder.AddIncomingGrainCallFilter(calls) };

    public ValueTask InitializeAsync() => silo.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        calls.Clear();
        return silo.DisposeAsync();
    }

    [Fact]
    public async Task A_district_whose_store_was_just_away_is_asked_again_before_the_city_answers()
    {
        await FillBothDistricts();
        calls.Fail(SiloFixture.OtherDistrict.Code, nameof(IRowSource.RowSince), new JournalUnavailableException(JournalFault.Unreachable, "restarting"), times: 2);

        await LetTheCityGo();

        Assert.Equal((7m, 2, 2), Told((await silo.CityGrain.Evaluate([SiloFixture.RollOf(SiloFixture.City)], Audience.Staff))[0]));
    }

    [Fact]
    public async Task A_district_that_does_not_answer_while_the_city_wakes_is_read_from_the_journal_and_no_total_goes_back()
    {
        await FillBothDistricts();
        var before = (await silo.CityGrain.Evaluate([SiloFixture.RollOf(SiloFixture.City)], Audience.Staff))[0];
        calls.Fail(SiloFixture.OtherDistrict.Code, nameof(IRowSource.RowSince), new InvalidOperationException("leaving"), times: int.MaxValue);

        await LetTheCityGo();

        var after = (await silo.CityGrain.Evaluate([SiloFixture.RollOf(SiloFixture.City)], Audience.Staff))[0];
        Assert.Equal((7m, 2, 2), Told(after));
        Assert.True(after.Version >= before.Version, $"{after.Version} is older than {before.Version}.");
        Assert.Equal(0, silo.Missing.OfCities);
    }

    [Fact]
    public async Task A_district_that_was_read_from_the_journal_is_heard_again_once_it_speaks()
    {
        using var limit = new CancellationTokenSource(patience);
        await FillBothDistricts();
        calls.Fail(SiloFixture.OtherDistrict.Code, nameof(IRowSource.RowSince), new InvalidOperationException("leaving"), times: int.MaxValue);
        await LetTheCityGo();
        await using var changes = await SiloFixture.Follow(silo.CityGrain.Watch(Guid.NewGuid(), [SiloFixture.City], ["dropout.roll"], limit.Token), limit.Token);

        var school = silo.Grains.GetGrain<Contracts.Schools.ISchoolGrain>("230402-there");
        await school.RecordEnrolment(SiloFixture.Enrol("more", school, 2));

        await SiloFixture.Until(changes, value => value.Stage == SchoolStage.Primary && value.Value == 4 + 3 + 2);
    }

    [Fact]
    public async Task A_quiet_district_that_the_city_woke_without_is_asked_until_it_is_there()
    {
        using var limit = new CancellationTokenSource(patience);
        await FillBothDistricts();
        await Tear("230402-there", sequence: 2);
        calls.Fail(SiloFixture.OtherDistrict.Code, nameof(IRowSource.RowSince), new InvalidOperationException("not today"), times: 2);
        await LetTheCityGo();
        await using var changes = await SiloFixture.Follow(silo.CityGrain.Watch(Guid.NewGuid(), [SiloFixture.City], ["dropout.roll"], limit.Token), limit.Token);
        Assert.Contains(changes.Current, value => value.Stage == SchoolStage.Primary && Told(value) == (4m, 1, 2));
        Assert.Equal((0, 1), (silo.Missing.OfDistricts, silo.Missing.OfCities));

        var whole = await SiloFixture.Until(changes, value => value.Stage == SchoolStage.Primary && value.Value == 7);

        Assert.Equal((7m, 2, 2), Told(whole));
        Assert.Equal(0, silo.Missing.OfCities);
    }

    [Fact]
    public async Task One_school_that_cannot_be_read_is_missing_and_its_neighbours_are_counted()
    {
        var school = await silo.NewSchool("230404-readable");
        await school.RecordEnrolment(SiloFixture.Enrol("here", school, 4));
        var other = await silo.NewSchool("230404-unreadable");
        await other.RecordEnrolment(SiloFixture.Enrol("there", other, 3));
        await silo.Stop();
        await silo.Start();
        await Tear("230404-unreadable", sequence: 2);

        var roll = (await silo.DistrictGrain.Evaluate([SiloFixture.RollOf(SiloFixture.District)], Audience.Staff))[0];

        Assert.Equal((4m, 1, 2), Told(roll));
        Assert.Equal(4m, (await silo.CityGrain.Evaluate([SiloFixture.RollOf(SiloFixture.City)], Audience.Staff))[0].Value);
        Assert.Equal((1, 0), (silo.Missing.OfDistricts, silo.Missing.OfCities));
    }

    [Fact]
    public async Task A_city_that_goes_to_sleep_misses_nobody_any_more()
    {
        await FillBothDistricts();
        await Tear("230402-there", sequence: 2);
        calls.Fail(SiloFixture.OtherDistrict.Code, nameof(IRowSource.RowSince), new InvalidOperationException("not today"), times: int.MaxValue);
        await LetTheCityGo();
        await silo.CityGrain.Versions([SiloFixture.City]);
        Assert.Equal(1, silo.Missing.OfCities);

        var missing = silo.Missing;
        await silo.Stop();

        Assert.Equal(0, missing.OfCities);
        await silo.Start();
    }

    [Fact]
    public async Task What_its_neighbours_send_from_then_on_reaches_the_city()
    {
        using var limit = new CancellationTokenSource(patience);
        await FillBothDistricts();
        var other = await silo.NewSchool("230404-unreadable");
        for (var i = 0; i < 5; i++)
            await other.RecordEnrolment(SiloFixture.Enrol($"lost-{i}", other, 1));
        await Quiet(SiloFixture.District);
        await Tear("230404-unreadable", sequence: 6);
        await other.AsReference<IGrainManagementExtension>().DeactivateOnIdle(TestContext.Current.CancellationToken);
        await silo.DistrictGrain.AsReference<IGrainManagementExtension>().DeactivateOnIdle(TestContext.Current.CancellationToken);

        // Without that school the district's numbering begins below what the city holds of it.
        await using var changes = await SiloFixture.Follow(silo.CityGrain.Watch(Guid.NewGuid(), [SiloFixture.City], ["dropout.roll"], limit.Token), limit.Token);
        var school = silo.Grains.GetGrain<Contracts.Schools.ISchoolGrain>("230404-here");
        await school.RecordEnrolment(SiloFixture.Enrol("more", school, 2));

        await SiloFixture.Until(changes, value => value.Stage == SchoolStage.Primary && value.Value == 4 + 2 + 3);
    }

    [Fact]
    public async Task What_a_district_did_not_say_that_it_holds_back_is_withheld_until_it_says_so_and_not_until_its_row_moves()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        await FillBothDistricts(40, 30);

        // Whoever wakes now knows the tree as it is, and so no row moves any more.
        await silo.Stop();
        await silo.Start();
        calls.Fail(SiloFixture.OtherDistrict.Code, nameof(Contracts.Release.IReleaseReads.HeldIn), new TimeoutException(), times: 1);

        var hidden = (await silo.CityGrain.Evaluate([SiloFixture.RollOf(SiloFixture.City)], Audience.Everyone))[0];
        var changed = silo.Changes.PlaceOf(SiloFixture.City.Code).ChangedAt;
        IndicatorValue shown;
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            shown = (await silo.CityGrain.Evaluate([SiloFixture.RollOf(SiloFixture.City)], Audience.Everyone))[0];
        }
        while (shown.Withheld is not null);

        Assert.NotNull(hidden.Withheld);
        Assert.Equal(hidden.Version, shown.Version);
        Assert.True(silo.Changes.PlaceOf(SiloFixture.City.Code).ChangedAt > changed, "Answers that were kept meanwhile would withhold it for ever.");
    }

    [Fact]
    public async Task A_district_whose_city_hangs_answers_withheld_and_shows_again_once_the_city_speaks()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        await FillBothDistricts(40, 30);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        calls.Stage(SiloFixture.City.Code, nameof(Contracts.Release.IReleaseReads.ClosedOf), () => released.Task);

        var hidden = (await silo.DistrictGrain.Evaluate([SiloFixture.RollOf(SiloFixture.District)], Audience.Everyone))[0];
        var changed = silo.Changes.PlaceOf(SiloFixture.District.Code).ChangedAt;
        released.SetResult();
        while (silo.Changes.PlaceOf(SiloFixture.District.Code).ChangedAt == changed)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.NotNull(hidden.Withheld);
        Assert.Null((await silo.DistrictGrain.Evaluate([SiloFixture.RollOf(SiloFixture.District)], Audience.Everyone))[0].Withheld);
    }

    private static (decimal?, int?, int?) Told(IndicatorValue value) => (value.Value, value.ReportedUnits, value.ExpectedUnits);

    /// <summary>A school's journal can be read no more.</summary>
    private async Task Tear(string school, long sequence) => Assert.IsType<AppendOutcome.Appended>(await silo.Journal.AppendAsync(
        new JournalEntry(school, sequence, "torn", "0", "NobodyKnowsThis", DateTimeOffset.UnixEpoch, new byte[] { 1 }),
        TestContext.Current.CancellationToken));

    /// <summary>Both districts have a school, and the city has all that they have.</summary>
    private async Task FillBothDistricts(int here = 4, int there = 3)
    {
        using var limit = new CancellationTokenSource(patience);
        await using var changes = await SiloFixture.Follow(silo.CityGrain.Watch(Guid.NewGuid(), [SiloFixture.City], ["dropout.roll"], limit.Token), limit.Token);
        var school = await silo.NewSchool("230404-here");
        await school.RecordEnrolment(SiloFixture.Enrol("here", school, here));
        var other = await silo.NewSchool("230402-there", district: SiloFixture.OtherDistrict);
        await other.RecordEnrolment(SiloFixture.Enrol("there", other, there));
        await SiloFixture.Until(changes, value => value.Stage == SchoolStage.Primary && value.Value == here + there);
        await Quiet(SiloFixture.District);
        await Quiet(SiloFixture.OtherDistrict);
    }

    /// <summary>The city alone sleeps and wakes; its districts are awake, and have nothing new to tell.</summary>
    private async Task LetTheCityGo() => await silo.CityGrain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

    /// <summary>Until the city holds what the district has.</summary>
    private async Task Quiet(OrgUnitId district)
    {
        var keeper = silo.Grains.GetGrain<IDistrictGrain>(district.Code);
        while ((await keeper.RowSince(long.MaxValue)).Version != (await silo.CityGrain.Versions([district]))[0])
            await Task.Yield();
    }
}
