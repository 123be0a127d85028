using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries.Watching;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Gateway.Tests.Watching;

/// <summary>Many readers over one stream of a grain.</summary>
public sealed class FeedTests
{
    private const string A = "230404-a", B = "230404-b";
    private readonly ScriptedSource _source = new();
    private readonly FakeTimeProvider _time = new();
    private readonly Feeds<OrgUnitId, Reading> _feeds;

    public FeedTests() => _feeds = new(reading => reading.Unit, _time, NullLogger.Instance);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_begins_with_what_is_present_and_follows()
    {
        _source.Set(A, 1);
        await using var reader = Follow(A);

        Assert.Equal(1, await Next(reader));
        _source.Set(A, 2);
        Assert.Equal(2, await Next(reader));
    }

    [Fact]
    public async Task Readers_of_the_same_share_one_stream_and_later_ones_begin_with_the_newest()
    {
        _source.Set(A, 1);
        await using var first = Follow(A);
        Assert.Equal(1, await Next(first));
        _source.Set(A, 2);
        Assert.Equal(2, await Next(first));

        await using var second = Follow(A);

        Assert.Equal(2, await Next(second));
        _source.Set(A, 3);
        Assert.Equal(3, await Next(first));
        Assert.Equal(3, await Next(second));
        Assert.Equal(1, _feeds.Count);
        Assert.Empty(_source.Turns);
    }

    [Fact]
    public async Task A_reader_that_does_not_come_for_a_while_finds_the_newest_alone()
    {
        _source.Set(A, 0);
        await using var slow = Follow(A);
        await using var quick = Follow(A);
        Assert.Equal(0, await Next(slow));

        for (var value = 1; value <= 500; value++)
            _source.Set(A, value);
        while (await Next(quick) < 500)
        {
            // Until all have come through.
        }

        Assert.Equal(500, await Next(slow));
        _source.Set(A, 501);
        Assert.Equal(501, await Next(slow));
    }

    [Fact]
    public async Task A_reader_of_something_else_turns_the_stream_and_begins_with_what_is_present_of_it()
    {
        _source.Set(A, 1);
        _source.Set(B, 7);
        await using var first = Follow(A);
        Assert.Equal(1, await Next(first));

        await using var second = Follow(B);

        Assert.Equal(7, await Next(second));
        Assert.Equal($"{A} {B}", Assert.Single(_source.Turns));
        _source.Set(A, 2);
        Assert.Equal(2, await Next(first));
        _source.Set(B, 8);
        Assert.Equal(8, await Next(second));
    }

    [Fact]
    public async Task A_turn_that_hangs_holds_up_nobody_who_reads_already()
    {
        var (opening, turning) = (new TaskCompletionSource(), new TaskCompletionSource());
        (_source.Opening, _source.Turning) = (opening.Task, turning.Task);
        _source.Set(A, 1);
        _source.Set(B, 7);
        await using var first = Follow(A);
        var seen = Next(first);
        await _source.Opened();
        await using var second = Follow(B);
        var other = Next(second);
        opening.SetResult();
        Assert.Equal(1, await seen);

        _source.Set(A, 2);
        Assert.Equal(2, await Next(first));

        turning.SetResult();
        Assert.Equal(7, await other);
    }

    [Fact]
    public async Task What_nobody_follows_any_more_is_told_anew_to_who_comes_back_to_it()
    {
        _source.Set(A, 1);
        _source.Set(B, 7);
        await using var stays = Follow(A);
        Assert.Equal(1, await Next(stays));
        var leaves = Follow(B);
        Assert.Equal(7, await Next(leaves));
        await leaves.DisposeAsync();
        await Until(() => _source.Turns.LastOrDefault() == A);
        _source.Set(B, 8);

        await using var back = Follow(B);

        // Nothing older than it comes first, unless the stream was not turned back yet.
        Assert.Contains(await Next(back), new[] { 7, 8 });
        _source.Set(B, 9);
        while (await Next(back) != 9)
        {
            // The newest comes last.
        }
    }

    [Fact]
    public async Task The_last_reader_that_leaves_lets_the_grain_go()
    {
        await using var first = Follow(A);
        _source.Set(A, 1);
        Assert.Equal(1, await Next(first));
        var stream = await _source.Opened();

        await first.DisposeAsync();

        await stream.Left.Task.WaitAsync(Cancelled);
        Assert.Equal(0, _feeds.Count);
    }

    [Fact]
    public async Task After_a_stream_broke_every_reader_hears_what_it_missed()
    {
        _source.Set(A, 1);
        await using var reader = Follow(A);
        Assert.Equal(1, await Next(reader));
        var broken = await _source.Opened();
        broken.Break();
        _source.Set(A, 2);

        var missed = Next(reader);
        // The pause before looking again may begin after this advance, hence as often as it takes.
        while (!missed.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(2, await missed);
    }

    [Fact]
    public async Task A_grain_that_has_forgotten_the_watch_is_asked_anew_for_all_that_is_wanted()
    {
        _source.Set(A, 1);
        _source.Set(B, 7);
        await using var first = Follow(A);
        Assert.Equal(1, await Next(first));
        await _source.Opened();
        _source.KnowsTheWatch = false;

        await using var second = Follow(B);

        Assert.Equal(7, await Next(second));
        Assert.Equal($"{A} {B}", ScriptedSource.Text((await _source.Opened()).Interest));
        Assert.Equal(1, await Next(first));
    }

    private IAsyncEnumerator<Reading> Follow(params string[] units) =>
        _feeds.Follow([("230404", _source, new Interest(units.Select(OrgUnitId.Parse), []))], Cancelled).GetAsyncEnumerator(Cancelled);

    private static async Task<int> Next(IAsyncEnumerator<Reading> reader)
    {
        Assert.True(await reader.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancelled));
        return reader.Current.Value;
    }

    private static async Task Until(Func<bool> isSo)
    {
        while (!isSo())
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
