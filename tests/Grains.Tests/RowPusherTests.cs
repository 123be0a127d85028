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
    private static readonly TimeSpan burst = TimeSpan.FromMilliseconds(30);

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
    public async Task The_first_change_after_a_quiet_while_waits_for_nothing()
    {
        await Change(1);
        Assert.Equal(1, (await Pushed()).Version);

        await Pass(burst);
        await Change(2);
        Assert.Equal(2, (await Pushed()).Version);
    }

    [Fact]
    public async Task Changes_within_a_burst_go_as_one()
    {
        await Change(1);
        Assert.Equal(1, (await Pushed()).Version);

        await Change(2);
        await Change(3);
        await Pass(burst);

        var update = await Pushed();
        Assert.Equal((1, 3), (update.Since, update.Version));
    }

    [Fact]
    public async Task What_a_parent_did_not_take_is_sent_again_later_with_what_came_since()
    {
        isParentDown = true;
        await Change(1);
        Assert.Equal(1, (await Pushed()).Version);

        isParentDown = false;
        await Change(2);
        await Pass(burst);
        Assert.False(pushed.Reader.TryPeek(out _));
        await Pass(burst);

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
