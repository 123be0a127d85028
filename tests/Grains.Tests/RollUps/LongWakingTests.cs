using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Grains.Tests.RollUps;

/// <summary>A city wakes in the time that it has, however many of its districts hang, and misses none of them for longer than they do.</summary>
public sealed class LongWakingTests : IDisposable
{
    private const int Districts = 30;

    private static readonly Catalogue catalogue = ((CatalogueReading.Complete)CatalogueReader.Read(SiloFixture.ShippedCatalogue)).Catalogue;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(45);

    private readonly FakeTimeProvider time = new();
    private readonly ConcurrentExclusiveSchedulerPair turns = new();
    private readonly Dictionary<OrgUnitId, TaskCompletionSource<RowUpdate?>> journal = [];
    private readonly CountdownEvent reading = new(Districts);
    private readonly MissingRows missing = new();
    private readonly Authority city;
    private readonly ChildRows rows;
    private readonly SemaphoreSlim taken = new(0);

    public LongWakingTests()
    {
        var tree = OrgUnitTree.Empty.After(
        [
            new OrgUnit(SiloFixture.City, "鹤岗市", null, OrgUnitLevel.City, null, [], false),
            .. Enumerable.Range(1, Districts).Select(n => new OrgUnit(OrgUnitId.Parse($"2304-{n}"), $"第{n}区", null, OrgUnitLevel.District, SiloFixture.City, [], false)),
        ]);
        city = new Authority(SiloFixture.City, tree, catalogue, null!, new ChangeBoard(), time);
        foreach (var district in city.Children)
            journal.Add(district.Id, new TaskCompletionSource<RowUpdate?>(TaskCreationOptions.RunContinuationsAsynchronously));
        rows = new ChildRows(city, new ArrivingRows(city), () => taken.Release(), time, NullLogger.Instance)
        {
            Find = _ => new Hanging(),
            Instead = district =>
            {
                reading.Signal();
                return journal[district.Id].Task;
            },
            Patience = patience,
            Longest = longest,
            Counted = missing,
        };
    }

    public void Dispose()
    {
        reading.Dispose();
        taken.Dispose();
    }

    [Fact]
    public async Task A_city_of_thirty_districts_that_all_hang_wakes_in_its_time_and_gets_them_all_later()
    {
        await WakeInVain();
        Assert.Equal((null, Districts), (Roll(), missing.OfCities));

        foreach (var district in city.Children)
            journal[district.Id].SetResult(RowOf(district, students: 2));
        for (var n = 0; n < Districts; n++)
            await taken.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((2m * Districts, 0), (Roll(), missing.OfCities));
    }

    [Fact]
    public async Task Those_that_were_read_in_time_are_counted_and_only_the_others_are_missing()
    {
        var waking = Wake();
        await UntilAllAreRead();
        foreach (var district in city.Children.Take(Districts - 1))
            journal[district.Id].SetResult(RowOf(district, students: 2));
        while (await InTurn(() => city.Children.Count(district => city.HeldOf(district.Id) > 0)) < Districts - 1)
            await Task.Yield();
        time.Advance(longest - patience);
        await waking;

        Assert.Equal((2m * (Districts - 1), 1), (Roll(), missing.OfCities));
    }

    [Fact]
    public async Task A_store_that_is_gone_sets_no_district_aside()
    {
        var waking = Wake();
        await UntilAllAreRead();
        foreach (var district in city.Children)
            journal[district.Id].SetException(new JournalUnavailableException(JournalFault.Unreachable, "gone"));

        await Assert.ThrowsAsync<JournalUnavailableException>(() => waking);
        Assert.Equal(0, missing.OfCities);
    }

    /// <summary>No district answers, and none is read from the journal before the time is over.</summary>
    private async Task WakeInVain()
    {
        var waking = Wake();
        await UntilAllAreRead();
        Assert.False(waking.IsCompleted);
        time.Advance(longest - patience);
        await waking;
    }

    /// <summary>As a grain does: one turn at a time.</summary>
    private async Task Wake() => await await InTurn(() => rows.Load(city.Children));

    private Task<T> InTurn<T>(Func<T> act) => Task.Factory.StartNew(act, TestContext.Current.CancellationToken, TaskCreationOptions.None, turns.ExclusiveScheduler);

    /// <summary>Until every district has been waited for and is being read.</summary>
    private async Task UntilAllAreRead()
    {
        await InTurn(() => true);
        time.Advance(patience);
        await Task.Run(() => reading.Wait(TestContext.Current.CancellationToken));
    }

    private decimal? Roll() => city.Evaluate([SiloFixture.RollOf(SiloFixture.City)], Audience.Staff)[0].Value;

    private static RowUpdate RowOf(OrgUnit district, int students)
    {
        var roll = new MeasureKey("students.enrolled", SiloFixture.Year, SchoolStage.Primary);
        return new RowUpdate(district.Id, 0, 1, [new RowCell(roll, CellOrigin.Summed, new MeasureTotal(students, 1, 1, DateTimeOffset.UnixEpoch), 1)]);
    }

    /// <summary>A district that is asked and never answers.</summary>
    private sealed class Hanging : IRowSource
    {
        public Task<RowUpdate> RowSince(long version) => new TaskCompletionSource<RowUpdate>().Task;
    }
}
