using EduAnalytics.Cli.Simulate;
using EduAnalytics.Cli.Torture;
using EduAnalytics.Cli.Torture.Readers;

namespace EduAnalytics.Cli.Tests.Torture;

/// <summary>
/// What <c>--longest-gap</c> and <c>--longest-pause</c> ask for must be able to fail: a real reader meets a gateway that is silent
/// for a while.
/// </summary>
public sealed class LongestGapTests : IDisposable
{
    private static readonly TimeSpan allowed = TimeSpan.FromSeconds(30);

    private readonly StandingTime time = new();
    private readonly CancellationTokenSource enough = new();
    private readonly Reading reading;

    public LongestGapTests() => reading = new Reading(time);

    [Fact]
    public async Task A_reader_without_a_comparison_for_longer_fails_the_torture_with_both_times()
    {
        await ReadFrom(Answer(), Silence(seconds: 31), Answer(), Answer());

        var failure = Assert.Throws<TortureFailedException>(() => reading.Take().RequireGapWithin(allowed, "A reader"));

        Assert.Equal("A reader had no comparison for 31.0 s; 30 s are allowed for.", failure.Message);
    }

    [Fact]
    public async Task So_does_one_who_is_answered_now_and_then_by_nothing_but_errors()
    {
        await ReadFrom(Answer(), Retry(seconds: 15), Retry(seconds: 10), Retry(seconds: 10), Answer());

        Assert.Throws<TortureFailedException>(() => reading.Take().RequireGapWithin(allowed, "A reader"));
    }

    [Fact]
    public async Task So_does_one_whose_wait_has_not_ended()
    {
        await ReadFrom(Answer(), Silence(seconds: 31));

        Assert.Throws<TortureFailedException>(() => reading.Take().RequireGapWithin(allowed, "A reader"));
    }

    [Fact]
    public async Task Two_shorter_gaps_with_a_comparison_between_them_are_no_long_one()
    {
        await ReadFrom(Answer(), Silence(seconds: 30), Answer(), Silence(seconds: 30), Answer());

        reading.Take().RequireGapWithin(allowed, "A reader");
        Assert.Throws<TortureFailedException>(() => ReadingOf(gap: 31).With(ReadingOf(gap: 2)).RequireGapWithin(allowed, "A reader"));
        Assert.Throws<TortureFailedException>(() => ReadingOf(gap: 2).With(ReadingOf(gap: 31)).RequireGapWithin(allowed, "A reader"));
    }

    public void Dispose() => enough.Dispose();

    private static ReadingSeen ReadingOf(int gap) => new(1, 0, TimeSpan.FromSeconds(gap), 0);

    /// <summary>One reader asks until the last of these has come.</summary>
    private async Task ReadFrom(params Func<HttpResponseMessage>[] answers)
    {
        using var gateway = new HttpClient(new StagedGateway(answers, enough));
        var reader = new TotalsReader(
            "a reader", new GraphQLEndpoint(gateway, new Uri("http://gateway/graphql")), new TotalsQuestion(["230404"], 2026, "PRIMARY"), new Sightings(), reading);
        await reader.Run(TimeProvider.System, enough.Token);
    }

    private static Func<HttpResponseMessage> Answer() => () => StagedGateway.Comparison("230404", new Total(1, 100));

    private Func<HttpResponseMessage> Silence(int seconds) => () =>
    {
        time.Pass(seconds);
        throw new HttpRequestException("nobody is there");
    };

    private Func<HttpResponseMessage> Retry(int seconds) => () =>
    {
        time.Pass(seconds);
        return StagedGateway.Error("Ask again.", retryable: true);
    };
}
