using EduAnalytics.Gateway.Calls;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Gateway.Tests.Calls;

public sealed class GrainCallRetriesTests
{
    private readonly FakeTimeProvider time = new();

    public static TheoryData<Exception> Passing => [new SiloUnavailableException("gone"), new TimeoutException("killed")];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_call_whose_silo_went_is_made_again_and_its_answer_is_the_answer(Exception gone)
    {
        var call = new StagedCall(gone, gone);

        await Make(call);

        Assert.Equal((3, "answer"), (call.Tries, call.Response!.Result));
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_failure_that_was_thrown_and_not_answered_is_the_same(Exception gone)
    {
        var call = new StagedCall(gone) { Throws = true };

        await Make(call);

        Assert.Equal((2, "answer"), (call.Tries, call.Response!.Result));
    }

    [Fact]
    public async Task After_twenty_seconds_the_caller_hears_of_it()
    {
        var gone = new SiloUnavailableException("gone");
        var call = new StagedCall([.. Enumerable.Repeat(gone, 1_000)]);
        var begun = time.GetTimestamp();

        await Make(call);

        Assert.Same(gone, call.Response!.Exception);
        Assert.InRange(time.GetElapsedTime(begun), TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_the_grain_itself_refused_is_not_asked_again()
    {
        var refused = new ArgumentException("no such unit");
        var call = new StagedCall(refused);

        await Make(call);

        Assert.Equal((1, refused), (call.Tries, call.Response!.Exception));
    }

    [Fact]
    public async Task A_stream_is_not_begun_again_since_its_reader_must_hear_that_it_broke()
    {
        var gone = new SiloUnavailableException("gone");
        var call = new StagedCall(gone) { Method = typeof(IAsyncEnumerableGrainExtension).GetMethods().First(method => method.Name == "MoveNext") };

        await Make(call);

        Assert.Equal((1, gone), (call.Tries, call.Response!.Exception));
    }

    [Fact]
    public async Task A_stream_whose_failure_was_thrown_fails_at_once()
    {
        var gone = new SiloUnavailableException("gone");
        var call = new StagedCall(gone) { Throws = true, Method = typeof(IAsyncEnumerableGrainExtension).GetMethods().First(method => method.Name == "MoveNext") };

        Assert.Same(gone, await Assert.ThrowsAsync<SiloUnavailableException>(() => Make(call)));
    }

    /// <summary>The clock goes on as soon as somebody waits for it.</summary>
    private async Task Make(StagedCall call)
    {
        var made = new GrainCallRetries(time).Invoke(call);
        while (!made.IsCompleted)
            time.Advance(TimeSpan.FromMilliseconds(100));
        await made;
    }
}
