using EduAnalytics.Cli.Simulate;
using EduAnalytics.Cli.Torture;
using EduAnalytics.Cli.Torture.Readers;

namespace EduAnalytics.Cli.Tests.Torture;

/// <summary>A check that could not fail would prove nothing: readers must notice a total that goes back.</summary>
public sealed class TotalsReaderTests
{
    private readonly Reading reading = new(TimeProvider.System);
    private readonly Sightings sightings = new();

    [Fact]
    public async Task A_lower_version_after_a_higher_one_is_told_with_both()
    {
        var failure = await Assert.ThrowsAsync<TortureFailedException>(() => Read(new Total(7, 100), new Total(8, 100), new Total(6, 100)));

        Assert.Contains("version 8 with 100, and after that: version 6 with 100", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_a_lower_count_under_the_same_version()
    {
        var failure = await Assert.ThrowsAsync<TortureFailedException>(() => Read(new Total(7, 100), new Total(7, 99)));

        Assert.Contains("version 7 with 99", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_older_than_what_another_reader_knew_is_counted()
    {
        sightings.Add("230404", new Total(9, 100));

        await Assert.ThrowsAsync<TortureFailedException>(() => Read(new Total(7, 90), new Total(1, 1)));

        Assert.Equal(2, reading.Take().Behind);
    }

    [Fact]
    public async Task Where_gateways_change_beneath_a_reader_an_older_answer_is_counted_and_fails_nothing()
    {
        using var enough = new CancellationTokenSource();
        using var dashboard = new HttpClient(new StagedGateway(
            new[] { 7, 6, 8 }.Select(version => (Func<HttpResponseMessage>)(() => StagedGateway.Comparison("230404", new Total(version, 100)))), enough));

        await Reader(dashboard, changesGateways: true).Run(TimeProvider.System, enough.Token);

        Assert.Equal(1, reading.Take().Behind);
    }

    [Fact]
    public async Task An_error_that_does_not_ask_to_come_again_fails_the_torture()
    {
        using var enough = new CancellationTokenSource();
        using var gateway = new HttpClient(new StagedGateway(
            [() => StagedGateway.Error("Ask again.", retryable: true), () => StagedGateway.Error("An internal error.", retryable: false), () => throw new InvalidOperationException()],
            enough));

        var failure = await Assert.ThrowsAsync<TortureFailedException>(() => Reader(gateway).Run(TimeProvider.System, enough.Token));

        Assert.Contains("An internal error.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, reading.Take().Answers);
    }

    private TotalsReader Reader(HttpClient gateway, bool changesGateways = false) => new(
        "a reader", new GraphQLEndpoint(gateway, new Uri("http://gateway/graphql")), new TotalsQuestion(["230404"], 2026, "PRIMARY"), sightings, reading)
    {
        ChangesGateways = changesGateways,
    };

    private async Task Read(params Total[] totals)
    {
        using var gateway = new HttpClient(new Answers(totals));
        await Reader(gateway).Run(TimeProvider.System, TestContext.Current.CancellationToken);
    }

    /// <summary>Gives one total after the other, the last one for ever.</summary>
    private sealed class Answers(IEnumerable<Total> totals) : HttpMessageHandler
    {
        private readonly Queue<Total> waiting = new(totals);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var total = waiting.Count > 1 ? waiting.Dequeue() : waiting.Peek();
            return Task.FromResult(StagedGateway.Comparison("230404", total));
        }
    }
}
