using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed class PublicClients
{
    [Fact]
    public async Task The_public_WebSocket_client_queries_mutates_subscribes_leaves_and_is_refused()
    {
        await using var server = await TransportServer.StartAsync();

        await AssertAllOperationsAsync(server, "ws-operations.mjs", server.SocketAddress, failuresAre: "errors");
    }

    [Fact]
    public async Task The_public_event_stream_client_queries_mutates_subscribes_leaves_and_is_refused()
    {
        await using var server = await TransportServer.StartAsync();

        await AssertAllOperationsAsync(server, "sse-operations.mjs", server.Address, failuresAre: "results");
    }

    [Fact]
    public async Task The_public_event_stream_client_does_the_same_over_a_single_connection()
    {
        await using var server = await TransportServer.StartAsync();

        await AssertAllOperationsAsync(server, "sse-single-connection.mjs", server.Address, failuresAre: "results");
    }

    /// <param name="failuresAre">Where the client reports an operation that did not start: a socket has a message for it.</param>
    private static async Task AssertAllOperationsAsync(TransportServer server, string script, Uri address, string failuresAre)
    {
        var seen = JsonDocument.Parse(await NodeClient.RunAsync(script, address.ToString())).RootElement;

        Assert.Equal("""[{"data":{"greeting":"Hello 鹤岗"}}]""", Results(seen, "query"));
        Assert.Equal("""[{"data":{"count":1}}]""", Results(seen, "mutation"));
        Assert.Equal(
            """[{"data":{"numbers":1}},{"data":{"numbers":2}},{"data":{"numbers":3}}]""", Results(seen, "subscription"));
        Assert.Equal("""{"data":{"numbers":1}}""", seen.GetProperty("left").GetRawText());
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", Code(seen.GetProperty("invalid"), failuresAre));
        Assert.Equal("UNKNOWN_ORG_UNIT", Code(seen.GetProperty("refused"), failuresAre));
        // The client left a million events behind; what was under way in buffers is all that the source was asked for.
        Assert.InRange(server.Events.Asked, 4, 999_999);
    }

    private static string Results(JsonElement seen, string operation) =>
        seen.GetProperty(operation).GetProperty("results").GetRawText();

    private static string? Code(JsonElement operation, string failuresAre)
    {
        var first = operation.GetProperty(failuresAre)[0];
        var error = failuresAre == "errors" ? first : first.GetProperty("errors")[0];
        return error.GetProperty("extensions").GetProperty("code").GetString();
    }
}
