using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed class SocketOperationTests
{
    [Fact]
    public async Task A_ping_is_answered_with_what_it_carried_even_before_initialisation()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(server);

        await client.SendAsync("""{"type":"ping","payload":{"sent":12}}""");

        Assert.Equal("""{"type":"pong","payload":{"sent":12}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_may_be_used_again_as_soon_as_its_operation_is_complete()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);

        for (var round = 0; round < 50; round++)
        {
            await client.SubscribeAsync("same", "{ greeting }");
            Assert.Equal("""{"id":"same","type":"next","payload":{"data":{"greeting":"Hello world"}}}""", await client.ReceiveAsync());
            Assert.Equal("""{"id":"same","type":"complete"}""", await client.ReceiveAsync());
        }
    }

    [Fact]
    public async Task Completing_a_subscription_lets_its_source_go_and_keeps_the_socket()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SubscribeAsync("1", "subscription { changes }");
        server.Events.Change(7);
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"changes":7}}}""", await client.ReceiveAsync());

        await client.SendAsync("""{"type":"complete","id":"1"}""");

        await server.Events.Cancelled;
        await client.SubscribeAsync("2", "mutation { count }");
        Assert.Equal("""{"id":"2","type":"next","payload":{"data":{"count":1}}}""", await client.ReceiveAsync());
    }

    [Theory]
    [InlineData("subscription { changes }", false)]
    [InlineData("subscription { changes }", true)]
    [InlineData("{ waits }", false)]
    [InlineData("{ waits }", true)]
    public async Task A_socket_that_closes_or_breaks_cancels_what_runs_on_it(string query, bool breaks)
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SubscribeAsync("1", query);
        await server.Events.Waiting;

        if (breaks)
            client.Abort();
        else
            await client.CloseAsync();

        await server.Events.Cancelled;
    }

    [Fact]
    public async Task An_operation_that_cannot_start_is_answered_with_an_error_and_no_complete()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);

        await client.SubscribeAsync("1", "{ nothing }");
        var invalid = JsonDocument.Parse(await client.ReceiveAsync()).RootElement;
        await client.SubscribeAsync("1", "subscription { refused }");
        var refused = JsonDocument.Parse(await client.ReceiveAsync()).RootElement;

        Assert.Equal("error", invalid.GetProperty("type").GetString());
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", Code(invalid));
        Assert.Equal("error", refused.GetProperty("type").GetString());
        Assert.Equal("UNKNOWN_ORG_UNIT", Code(refused));
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_subscription_without_saying_what_broke()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);

        await client.SubscribeAsync("1", "subscription { breaks }");

        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"breaks":1}}}""", await client.ReceiveAsync());
        var text = await client.ReceiveAsync();
        Assert.Equal("INTERNAL", Code(JsonDocument.Parse(text).RootElement));
        Assert.DoesNotContain("secret", text);
        Assert.Contains(server.Log.All, line => line.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_operation_more_than_a_socket_may_have_is_refused_and_the_others_go_on()
    {
        await using var server = await TransportServer.StartAsync(options => options.MaxOperationsPerSocket = 1);
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SubscribeAsync("1", "subscription { changes }");
        await server.Events.Waiting;

        await client.SubscribeAsync("2", "{ greeting }");
        var refused = JsonDocument.Parse(await client.ReceiveAsync()).RootElement;
        server.Events.Change(1);

        Assert.Equal("TOO_MANY_OPERATIONS", Code(refused));
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"changes":1}}}""", await client.ReceiveAsync());
    }

    private static string? Code(JsonElement message) =>
        message.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString();
}
