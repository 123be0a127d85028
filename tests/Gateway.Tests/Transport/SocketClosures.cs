using System.Net.WebSockets;
using System.Text.Json;
using EduAnalytics.Gateway.Transport.WebSocket;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Gateway.Tests.Transport;

/// <summary>Every way in which the server ends a socket.</summary>
public sealed class SocketClosures
{
    [Theory]
    [InlineData("not json", "Invalid message: not JSON")]
    [InlineData("[]", "Invalid message: not an object")]
    [InlineData("""{"id":"1"}""", "Invalid message: no type")]
    [InlineData("""{"type":"next"}""", "Invalid message type \"next\"")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{greeting}"}}""", "Invalid subscribe message: no id")]
    [InlineData("""{"type":"subscribe","id":"1"}""", "Invalid subscribe message: no payload")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""", "The request has no \"query\".")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":7}}""", "\"query\" must be a string.")]
    [InlineData("""{"type":"complete"}""", "Invalid complete message: no id")]
    [InlineData("""{"type":"ping","payload":"text"}""", "Invalid ping message: payload must be an object")]
    public async Task A_message_that_breaks_the_protocol_closes_with_4400(string message, string reason)
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);

        await client.SendAsync(message);

        Assert.Equal((4400, reason), await client.CloseFrameAsync());
    }

    [Fact]
    public async Task A_reason_longer_than_a_close_frame_holds_is_cut()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);

        await client.SendAsync($$"""{"type":"{{new string('南', 200)}}"}""");

        var (code, reason) = await client.CloseFrameAsync();
        Assert.Equal(4400, code);
        Assert.StartsWith("Invalid message type \"南南", reason);
    }

    [Fact]
    public async Task Subscribing_before_the_acknowledgement_closes_with_4401()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(server);

        await client.SubscribeAsync("1", "{ greeting }");

        Assert.Equal((4401, "Unauthorized"), await client.CloseFrameAsync());
    }

    [Fact]
    public async Task A_connection_that_is_not_admitted_closes_with_4403()
    {
        await using var server = await TransportServer.StartAsync(
            services: services => services.AddSingleton<IConnectionAdmission>(new OnlyWithToken("right")));
        await using var refused = await SocketClient.ConnectAsync(server);
        await using var admitted = await SocketClient.ConnectAsync(server);

        await refused.SendAsync("""{"type":"connection_init","payload":{"token":"wrong"}}""");
        await admitted.SendAsync("""{"type":"connection_init","payload":{"token":"right"}}""");

        Assert.Equal((4403, "Forbidden"), await refused.CloseFrameAsync());
        Assert.Equal("""{"type":"connection_ack"}""", await admitted.ReceiveAsync());
    }

    [Fact]
    public async Task Another_subprotocol_closes_with_4406()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(server, subprotocol: "graphql-ws");

        Assert.Equal((4406, "Subprotocol not acceptable"), await client.CloseFrameAsync());
    }

    [Fact]
    public async Task A_connection_that_stays_silent_closes_with_4408()
    {
        var time = new FakeTimeProvider();
        await using var server = await TransportServer.StartAsync(
            services: services => services.AddSingleton<TimeProvider>(time));
        await using var silent = await SocketClient.ConnectAsync(server);
        await using var quick = await SocketClient.InitialisedAsync(server);
        await silent.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await silent.ReceiveAsync());

        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((4408, "Connection initialisation timeout"), await silent.CloseFrameAsync());
        await quick.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await quick.ReceiveAsync());
    }

    [Fact]
    public async Task A_second_subscriber_of_the_same_id_closes_with_4409()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);

        await client.SubscribeAsync("a", "subscription { changes }");
        await server.Events.Waiting;
        await client.SubscribeAsync("a", "{ greeting }");

        Assert.Equal((4409, "Subscriber for a already exists"), await client.CloseFrameAsync());
        await server.Events.Cancelled;
    }

    [Fact]
    public async Task A_second_initialisation_closes_with_4429()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);

        await client.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal((4429, "Too many initialisation requests"), await client.CloseFrameAsync());
    }

    [Fact]
    public async Task A_server_that_stops_closes_with_1001_and_lets_its_sources_go()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SubscribeAsync("1", "subscription { changes }");
        await server.Events.Waiting;

        var stopping = server.StopAsync();

        Assert.Equal((1001, "Going away"), await client.CloseFrameAsync());
        await server.Events.Cancelled;
        await stopping;
    }

    [Fact]
    public async Task A_message_over_the_size_limit_closes_with_1009()
    {
        await using var server = await TransportServer.StartAsync(options => options.MaxRequestBytes = 2_000);
        await using var client = await SocketClient.InitialisedAsync(server);

        await client.SubscribeAsync("1", new string(' ', 10_000));

        Assert.Equal((1009, "A message may have 2000 bytes"), await client.CloseFrameAsync());
    }

    [Fact]
    public async Task A_binary_message_closes_with_1003()
    {
        await using var server = await TransportServer.StartAsync();
        await using var client = await SocketClient.InitialisedAsync(server);

        await client.SendAsync("{}", WebSocketMessageType.Binary);

        Assert.Equal((1003, "Messages must be text"), await client.CloseFrameAsync());
    }

    [Fact]
    public async Task A_page_of_another_origin_cannot_open_a_socket_unless_allowed()
    {
        await using var server = await TransportServer.StartAsync(options => options.AllowedOrigins.Add("https://desk.example"));

        await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.ConnectAsync(server, origin: "https://elsewhere.example"));
        await using var allowed = await SocketClient.ConnectAsync(server, origin: "https://desk.example");
        await using var own = await SocketClient.ConnectAsync(server, origin: server.Address.GetLeftPart(UriPartial.Authority));

        await allowed.CloseAsync();
        await own.CloseAsync();
    }

    private sealed class OnlyWithToken(string token) : IConnectionAdmission
    {
        public ValueTask<bool> AdmitsAsync(HttpContext http, JsonElement? payload) =>
            ValueTask.FromResult(payload is { } sent && sent.GetProperty("token").GetString() == token);
    }
}
