using System.Net;
using System.Net.Http.Json;
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

    private async Task Read(params Total[] totals)
    {
        using var gateway = new HttpClient(new Answers(totals));
        var reader = new TotalsReader(
            "a reader", new GraphQLEndpoint(gateway, new Uri("http://gateway/graphql")), new TotalsQuestion(["230404"], 2026, "PRIMARY"), sightings, reading);
        await reader.Run(TimeProvider.System, TestContext.Current.CancellationToken);
    }

    /// <summary>Gives one total after the other, the last one for ever.</summary>
    private sealed class Answers(IEnumerable<Total> totals) : HttpMessageHandler
    {
        private readonly Queue<Total> waiting = new(totals);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var total = waiting.Count > 1 ? waiting.Dequeue() : waiting.Peek();
            var points = new[] { new { version = total.Version, value = total.OnRoll } };
            var data = new { comparison = new { series = new[] { new { orgUnit = new { id = "230404" }, points } }, warnings = Array.Empty<object>() } };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { data }) });
        }
    }
}
