using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Tests.GraphQL;

public sealed class HttpGraphQLClientTests : IAsyncLifetime
{
    private static readonly Dictionary<string, object?> Variables = new() { ["unit"] = "230404" };
    private StagedGateway _gateway = null!;
    private HttpClient _http = null!;

    private HttpGraphQLClient Client => new(_http);

    public async ValueTask InitializeAsync()
    {
        _gateway = await StagedGateway.Start();
        _http = new HttpClient { BaseAddress = _gateway.Endpoint };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_query_is_posted_with_its_variables()
    {
        _gateway.Answer = (200, """{"data":{"version":7}}""");

        var answer = await Client.ExecuteAsync("{ version }", Variables, TestContext.Current.CancellationToken);

        Assert.Equal(7, answer.Data?.GetProperty("version").GetInt32());
        Assert.Equal("230404", _gateway.Received[0].GetProperty("variables").GetProperty("unit").GetString());
    }

    [Fact]
    public async Task A_refusal_with_a_status_of_its_own_is_an_answer_too()
    {
        _gateway.Answer = (400, """{"errors":[{"message":"no","extensions":{"code":"BAD_ARGUMENT"}}]}""");

        var answer = await Client.ExecuteAsync("{ version }", Variables, TestContext.Current.CancellationToken);

        Assert.Equal("BAD_ARGUMENT", Assert.Single(answer.Errors).Code);
    }

    [Fact]
    public async Task What_is_no_GraphQL_counts_as_no_answer()
    {
        _gateway.Answer = (502, "<html>bad gateway</html>");

        await Assert.ThrowsAsync<GraphQLUnreachableException>(
            () => Client.ExecuteAsync("{ version }", Variables, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_subscription_gives_each_event_until_it_is_complete()
    {
        _gateway.Messages =
        [
            """{"id":"1","type":"next","payload":{"data":{"count":1}}}""", """{"type":"ping"}""",
            """{"id":"1","type":"next","payload":{"data":{"count":2}}}""", """{"id":"1","type":"complete"}""",
        ];

        Assert.Equal([1, 2], await Counts());
        Assert.Equal(["connection_init", "subscribe"], _gateway.Received.Select(message => message.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_refused_subscription_says_why()
    {
        _gateway.Messages = ["""{"id":"1","type":"error","payload":[{"message":"no","extensions":{"code":"UNKNOWN_ORG_UNIT"}}]}"""];

        var refused = await Assert.ThrowsAsync<GraphQLRefusedException>(Counts);
        Assert.Equal("UNKNOWN_ORG_UNIT", refused.Errors[0].Code);
    }

    [Fact]
    public async Task A_connection_closed_without_completion_is_not_taken_for_the_end()
    {
        _gateway.Messages = ["""{"id":"1","type":"next","payload":{"data":{"count":1}}}"""];

        await Assert.ThrowsAsync<GraphQLUnreachableException>(Counts);
    }

    private async Task<List<int>> Counts()
    {
        var counts = new List<int>();
        await foreach (var data in Client.SubscribeAsync("subscription { count }", Variables, TestContext.Current.CancellationToken))
            counts.Add(data.GetProperty("count").GetInt32());
        return counts;
    }
}
