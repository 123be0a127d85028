using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>Exports, the bulk API and files count as a caller's requests, as operations do.</summary>
public sealed class RequestRateTests(RequestRateTests.HastyServer hasty) : IClassFixture<RequestRateTests.HastyServer>
{
    private const string Export = "/export/comparison.csv?orgUnits=230404&indicators=dropout.rate";
    private const int MoreThanAllowed = 40;

    [Fact]
    public async Task Exports_are_refused_as_a_problem_with_the_time_to_wait()
    {
        using var refused = await Refusal("exports", () => new HttpRequestMessage(HttpMethod.Get, Export));

        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        var problem = await Read(refused);
        Assert.Equal("TOO_MANY_REQUESTS", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("retryable").GetBoolean());
        Assert.Contains("Gateway:Rates:RequestsPerSecond", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ingest/enrolment?submission=hasty")]
    [InlineData("/ingest/fitness?submission=hasty")]
    [InlineData("/ingest/figures?submission=hasty")]
    [InlineData("/ingest/org-units?submission=hasty")]
    [InlineData("/import")]
    public async Task Sending_is_refused_in_the_bulk_APIs_own_words(string address)
    {
        using var refused = await Refusal(address, () => new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson") } },
        });

        var error = (await Read(refused)).GetProperty("errors")[0];
        Assert.Equal("TOO_MANY_REQUESTS", error.GetProperty("code").GetString());
        Assert.Contains("Gateway:Rates:RequestsPerSecond", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_of_the_same_count_as_operations()
    {
        using var export = await Refusal("all of it", () => new HttpRequestMessage(HttpMethod.Get, Export));

        using var operation = await Refusal(
            "all of it",
            () => new HttpRequestMessage(HttpMethod.Post, hasty.Server.Address) { Content = JsonContent.Create(new { query = "{ __typename }" }) },
            atMost: HastyServer.Burst);
        Assert.Equal(HttpStatusCode.TooManyRequests, operation.StatusCode);
    }

    [Fact]
    public async Task This_machines_own_programs_may_ask_as_often_as_they_like()
    {
        for (var n = 0; n < MoreThanAllowed; n++)
        {
            using var answer = await hasty.Server.Http.GetAsync(new Uri(hasty.Server.Address, Export), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    /// <summary>Asks at once and more often than is allowed, in one caller's name; the first refusal that comes.</summary>
    private async Task<HttpResponseMessage> Refusal(string name, Func<HttpRequestMessage> make, int atMost = MoreThanAllowed)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, atMost).Select(_ =>
        {
            var request = make();
            request.RequestUri = new Uri(hasty.Server.Address, request.RequestUri!);
            request.Headers.Add(TestCallers.Header, TestCallers.Name(Gateway.Access.Role.Administrator, null));
            request.Headers.Add(TestCallers.NameHeader, Uri.EscapeDataString(name));
            return hasty.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        }));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        return refused;
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    /// <summary>A server that grants a caller very little.</summary>
    public sealed class HastyServer : IAsyncLifetime
    {
        public const int Burst = 5;

        public EduServer Server { get; } = new() { Configure = options => (options.Rates.Burst, options.Rates.RequestsPerSecond) = (Burst, 1) };

        public ValueTask InitializeAsync() => Server.InitializeAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
