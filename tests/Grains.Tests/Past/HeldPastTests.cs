using EduAnalytics.Grains.Past;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Grains.Tests.Past;

public sealed class HeldPastTests
{
    private static readonly DateTimeOffset instant = new(2026, 5, 1, 16, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider time = new(instant);
    private readonly List<TaskCompletionSource<string>> readings = [];
    private readonly HeldPast<string> held;
    private int unsettled;

    public HeldPastTests() => held = new HeldPast<string>(instant, Read, () => unsettled++, time);

    [Fact]
    public async Task An_instant_that_has_settled_is_read_once()
    {
        time.Advance(HeldPast<string>.Settling);

        var first = held.Get();
        readings[0].SetResult("as it was");

        Assert.Equal("as it was", await first);
        Assert.Equal("as it was", await held.Get());
        Assert.Single(readings);
        Assert.Equal(0, unsettled);
    }

    [Fact]
    public async Task Just_after_an_instant_those_who_wait_share_a_reading_and_whoever_asks_later_reads_again()
    {
        time.Advance(HeldPast<string>.Settling - TimeSpan.FromTicks(1));

        var (first, second) = (held.Get(), held.Get());
        readings[0].SetResult("too early");
        Assert.Equal(("too early", "too early"), (await first, await second));
        Assert.Equal(2, unsettled);

        // It has settled by now, but it had not when it was read.
        time.Advance(TimeSpan.FromDays(1));
        var third = held.Get();
        readings[1].SetResult("with what was on its way");
        Assert.Equal("with what was on its way", await third);
        Assert.Equal("with what was on its way", await held.Get());
        Assert.Equal(2, unsettled);
    }

    [Fact]
    public async Task Whoever_asks_when_it_has_settled_does_not_wait_for_a_reading_begun_before()
    {
        var early = held.Get();
        time.Advance(HeldPast<string>.Settling);

        var late = held.Get();

        readings[0].SetResult("too early");
        readings[1].SetResult("settled");
        Assert.Equal(("too early", "settled"), (await early, await late));
        Assert.Equal("settled", await held.Get());
    }

    [Fact]
    public async Task A_reading_that_failed_is_tried_again()
    {
        time.Advance(HeldPast<string>.Settling);

        var failed = held.Get();
        readings[0].SetException(new IOException("The disk is gone."));
        await Assert.ThrowsAsync<IOException>(() => failed);

        var again = held.Get();
        readings[1].SetResult("back");
        Assert.Equal("back", await again);
    }

    [Fact]
    public async Task Beyond_its_limit_a_silo_forgets_what_was_longest_not_asked_for()
    {
        time.Advance(HeldPast<string>.Settling);
        var memory = new PastMemory(1_000);
        var other = new HeldPast<string>(instant, Read, () => unsettled++, time);
        var huge = new HeldPast<string>(instant, Read, () => unsettled++, time);
        foreach (var past in new[] { held, other, huge })
        {
            _ = past.Get();
            readings[^1].SetResult("kept");
        }

        memory.Use(held, 500);
        memory.Use(other, 500);
        memory.Use(held, 500);
        memory.Use(huge, 500);

        Assert.Equal("kept", await held.Get());
        Assert.Equal("kept", await huge.Get());
        Assert.Equal(3, readings.Count);
        _ = other.Get();
        Assert.Equal(4, readings.Count);
    }

    private Task<string> Read()
    {
        readings.Add(new TaskCompletionSource<string>());
        return readings[^1].Task;
    }
}
