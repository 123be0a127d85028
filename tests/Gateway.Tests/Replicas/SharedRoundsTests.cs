using EduAnalytics.Gateway.Queries.Replicas;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Gateway.Tests.Replicas;

public sealed class SharedRoundsTests
{
    private readonly List<(IReadOnlyList<int> Parts, TaskCompletionSource<string> End)> begun = [];
    private readonly FakeTimeProvider time = new();
    private readonly SharedRounds<int, string> rounds;

    public SharedRoundsTests() => rounds = new SharedRounds<int, string>(parts =>
    {
        var end = new TaskCompletionSource<string>();
        begun.Add((parts, end));
        return end.Task;
    }, time);

    [Fact]
    public async Task Whoever_comes_while_a_round_runs_shares_the_next_one_which_begins_when_the_first_has_ended()
    {
        var first = rounds.Join(1);
        Task<string>[] later = [rounds.Join(2), rounds.Join(3)];
        Assert.Equal([1], Assert.Single(begun).Parts);

        begun[0].End.SetResult("first");

        Assert.Equal("first", await first);
        await Begun(2);
        Assert.Equal([2, 3], begun[1].Parts);
        begun[1].End.SetResult("second");
        Assert.Equal(["second", "second"], await Task.WhenAll(later));
    }

    [Fact]
    public async Task A_round_that_fails_fails_for_all_who_took_part_and_for_nobody_else()
    {
        var first = rounds.Join(1);
        var second = rounds.Join(2);

        begun[0].End.SetException(new TimeoutException("gone"));

        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Begun(2);
        begun[1].End.SetResult("answered");
        Assert.Equal("answered", await second);
    }

    [Fact]
    public async Task Work_that_fails_before_it_begins_holds_up_nobody()
    {
        var fails = true;
        var broken = new SharedRounds<int, int>(parts => fails ? throw new InvalidOperationException("no work") : Task.FromResult(parts.Count), time);

        await Assert.ThrowsAsync<InvalidOperationException>(() => broken.Join(1));
        fails = false;

        Assert.Equal(1, await broken.Join(2));
    }

    [Fact]
    public async Task A_round_that_hangs_holds_up_the_next_one_for_a_second()
    {
        var hanging = rounds.Join(1);
        var next = rounds.Join(2);
        time.Advance(SharedRounds<int, string>.Patience - TimeSpan.FromMilliseconds(1));
        Assert.Single(begun);

        time.Advance(TimeSpan.FromMilliseconds(1));

        await Begun(2);
        begun[1].End.SetResult("answered");
        Assert.Equal("answered", await next);
        Assert.False(hanging.IsCompleted);
    }

    private async Task Begun(int count)
    {
        while (begun.Count < count)
            await Task.Yield();
    }
}
