using System.Threading.Channels;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Grains.RollUps;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Grains.Tests;

public sealed class RowPusherTests
{
    private static readonly OrgUnitId school = OrgUnitId.Parse("230404-alone");
    private static readonly TimeSpan between = TimeSpan.FromMilliseconds(30);

    /// <summary>So many changes close together are pushed each at once.</summary>
    private const int AtOnce = 8;

    private readonly FakeTimeProvider time = new();
    private readonly Channel<RowUpdate> pushed = Channel.CreateUnbounded<RowUpdate>();
    private readonly ConcurrentExclusiveSchedulerPair turns = new();
    private readonly Row row = new(school);
    private readonly WaitingRows waiting;
    private readonly RowPusher pusher;
    private bool isParentDown;

    public RowPusherTests()
    {
        waiting = new WaitingRows(time);
        pusher = new RowPusher(row, Send, waiting, time, NullLogger.Instance);
    }

    [Fact]
    public Task Changes_that_are_few_wait_for_nothing() => Burst();

    [Fact]
    public async Task What_follows_a_burst_goes_as_one()
    {
        await Burst();

        await Change(AtOnce + 1);
        await Change(AtOnce + 2);
        Assert.False(pushed.Reader.TryPeek(out _));
        await Pass(between);

        var update = await Pushed();
        Assert.Equal((AtOnce, AtOnce + 2), (update.Since, update.Version));
    }

    [Fact]
    public async Task Changes_without_an_end_are_pushed_no_more_often_than_one_pause_each()
    {
        await Burst();
        const int pauses = 50;

        for (var tick = 1; tick <= pauses * 10; tick++)
        {
            await Change(AtOnce + tick);
            await Pass(between / 10);
        }

        await InTurn(() => Assert.InRange(pushed.Reader.Count, pauses - 1, pauses));
    }

    [Fact]
    public async Task A_quiet_while_makes_up_for_a_burst()
    {
        await Burst();

        await Pass(between * AtOnce);

        await Burst(after: AtOnce);
    }

    [Fact]
    public async Task What_a_parent_did_not_take_is_sent_again_later_with_what_came_since()
    {
        isParentDown = true;
        await Change(1);
        Assert.Equal(1, (await Pushed()).Version);

        isParentDown = false;
        await Change(2);
        await Pass(between);
        Assert.False(pushed.Reader.TryPeek(out _));
        await Pass(between);

        var update = await Pushed();
        Assert.Equal((0, 2), (update.Since, update.Version));
    }

    [Fact]
    public async Task For_how_long_a_parent_has_not_taken_the_newest_is_told_until_it_has()
    {
        isParentDown = true;
        await Change(1);
        await Pushed();
        await Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(20), waiting.Longest);
        await Pushed();

        isParentDown = false;
        await Pass(TimeSpan.FromSeconds(5));
        await Pushed();

        await InTurn(() => Assert.Equal(TimeSpan.Zero, waiting.Longest));
    }

    private async Task Burst(int after = 0)
    {
        for (var version = after + 1; version <= after + AtOnce; version++)
        {
            await Change(version);
            Assert.Equal(version, (await Pushed()).Version);
        }
    }

    private Task Change(long version) => InTurn(() =>
    {
        row.Refresh(new Changed(version), []);
        pusher.RowChanged();
    });

    private Task Pass(TimeSpan span) => InTurn(() => time.Advance(span));

    // One thing at a time, as in a grain: what a change or the clock set going is queued before the next of these is.
    private Task InTurn(Action act) => Task.Factory.StartNew(act, TestContext.Current.CancellationToken, TaskCreationOptions.None, turns.ExclusiveScheduler);

    private Task<RowReceipt> Send(RowUpdate update)
    {
        // The test goes on, and may change it, as soon as it has the update.
        var isDown = isParentDown;
        Assert.True(pushed.Writer.TryWrite(update));
        return isDown ? Task.FromException<RowReceipt>(new TimeoutException()) : Task.FromResult(new RowReceipt(update.Version));
    }

    private async Task<RowUpdate> Pushed() => await pushed.Reader.ReadAsync(TestContext.Current.CancellationToken);

    private sealed class Changed(long version) : IMeasures
    {
        public OrgUnit Unit => throw new NotSupportedException();

        public long Version => version;

        public IEnumerable<MeasureKey> Keys => [];

        public bool TrySummed(MeasureKey key, out MeasureTotal total)
        {
            total = default;
            return false;
        }

        public bool TryStated(MeasureKey key, out StatedValue stated)
        {
            stated = default;
            return false;
        }
    }
}
