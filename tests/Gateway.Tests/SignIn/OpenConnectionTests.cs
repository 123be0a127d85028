using System.Net;
using System.Text.Json;
using EduAnalytics.Gateway.Tests.Transport;

namespace EduAnalytics.Gateway.Tests.SignIn;

/// <summary>Connections that stay open: how their callers are known, and that they do not outlive a right.</summary>
public sealed class OpenConnectionTests
{
    private const string Acknowledged = """{"type":"connection_ack"}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"Authorization":"Bearer TOKEN"}""")]
    [InlineData("""{"authorization":"bearer TOKEN"}""")]
    [InlineData("""{"authToken":"TOKEN"}""")]
    public async Task A_socket_is_let_in_by_a_token_in_its_first_message(string payload)
    {
        await using var guarded = await GuardedServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(guarded.Server);

        await client.SendAsync(Init(payload.Replace("TOKEN", guarded.Tokens.Make(), StringComparison.Ordinal)));

        Assert.Equal(Acknowledged, await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_socket_is_let_in_by_the_header_of_its_request()
    {
        await using var guarded = await GuardedServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(guarded.Server, authorization: $"Bearer {guarded.Tokens.Make()}");

        await client.SendAsync(Init("{}"));

        Assert.Equal(Acknowledged, await client.ReceiveAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Authorization":"Bearer nonsense"}""")]
    [InlineData("""{"Authorization":"edu_without_its_scheme"}""")]
    [InlineData("""{"Authorization":{"Bearer":"edu"}}""")]
    [InlineData("""{"authToken":null}""")]
    [InlineData("""{"authToken":["edu"]}""")]
    public async Task Without_a_good_token_the_first_message_closes_the_socket_with_4403(string payload)
    {
        await using var guarded = await GuardedServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(guarded.Server);

        await client.SendAsync(Init(payload));

        Assert.Equal((4403, "Forbidden"), await client.CloseFrameAsync());
    }

    [Fact]
    public async Task A_bad_token_in_the_first_message_is_not_made_good_by_the_header()
    {
        await using var guarded = await GuardedServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(guarded.Server, authorization: $"Bearer {guarded.Tokens.Make()}");

        await client.SendAsync(Init("""{"authToken":"nonsense"}"""));

        Assert.Equal((4403, "Forbidden"), await client.CloseFrameAsync());
    }

    [Fact]
    public async Task Nothing_runs_on_a_socket_before_its_caller_is_known()
    {
        await using var guarded = await GuardedServer.StartAsync();
        await using var client = await SocketClient.ConnectAsync(guarded.Server);

        await client.SubscribeAsync("1", "mutation { count }");

        Assert.Equal((4401, "Unauthorized"), await client.CloseFrameAsync());
        Assert.Equal(1, guarded.Server.Events.Count());
    }

    [Fact]
    public async Task A_socket_closes_with_4401_when_its_token_expires()
    {
        await using var guarded = await GuardedServer.StartAsync();
        await using var client = await FollowingAsync(guarded, guarded.Tokens.Make(holdsFor: TimeSpan.FromDays(3)));
        // Longer than one timer waits: the watch looks again and goes on.
        guarded.Time.Advance(TimeSpan.FromDays(2));
        guarded.Server.Events.Change(2);
        Assert.Contains("\"changes\":2", await client.ReceiveAsync());

        guarded.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((4401, "Unauthorized"), await client.CloseFrameAsync());
        await guarded.Server.Events.Cancelled;
    }

    [Fact]
    public async Task A_socket_closes_with_4401_when_its_token_is_revoked_and_others_stay()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var token = guarded.Tokens.Make();
        await using var client = await FollowingAsync(guarded, token);
        await using var other = await SocketClient.ConnectAsync(guarded.Server);
        await other.SendAsync(Init($$"""{"authToken":"{{guarded.Tokens.Make()}}"}"""));
        Assert.Equal(Acknowledged, await other.ReceiveAsync());

        guarded.Tokens.Revoke(token);
        guarded.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((4401, "Unauthorized"), await client.CloseFrameAsync());
        await other.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await other.ReceiveAsync());
    }

    [Fact]
    public async Task A_socket_of_an_issuers_token_closes_when_that_expires()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var guarded = await GuardedServer.StartAsync(issuer);
        await using var client = await FollowingAsync(guarded, TestIssuer.Write(issuer.Good(guarded.Time.GetUtcNow())));

        guarded.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal((4401, "Unauthorized"), await client.CloseFrameAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_event_stream_tells_that_the_right_has_ended_and_ends(bool byRevoking)
    {
        await using var guarded = await GuardedServer.StartAsync();
        var token = guarded.Tokens.Make(holdsFor: TimeSpan.FromHours(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, "?query=subscription{changes}");
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Authorization", $"Bearer {token}");
        using var answer = await guarded.Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        await guarded.Server.Events.Waiting;

        if (byRevoking)
            guarded.Tokens.Revoke(token);
        guarded.Time.Advance(byRevoking ? TimeSpan.FromSeconds(1) : TimeSpan.FromHours(1));

        var lines = (await answer.Content.ReadAsStringAsync(Cancelled)).Split('\n').Where(line => line.StartsWith("event", StringComparison.Ordinal) || line.StartsWith("data: {", StringComparison.Ordinal)).ToList();
        Assert.Equal(["event: next", "event: complete"], [lines[0], lines[^1]]);
        var error = JsonDocument.Parse(lines[1]["data: ".Length..]).RootElement.GetProperty("errors")[0];
        Assert.Equal("UNAUTHENTICATED", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_shared_event_stream_ends_with_its_readers_right_and_is_no_strangers()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var token = guarded.Tokens.Make();
        var http = guarded.Server.Http;
        var stream = await (await SendAsync(http, HttpMethod.Put, "", token)).Content.ReadAsStringAsync(Cancelled);
        using var strangers = await SendAsync(http, HttpMethod.Get, $"?token={stream}", guarded.Tokens.Make(), "text/event-stream");
        using var nobodys = await SendAsync(http, HttpMethod.Get, $"?token={stream}", null, "text/event-stream");
        using var own = await SendAsync(http, HttpMethod.Get, $"?token={stream}", token, "text/event-stream");
        using var started = await SendAsync(
            http, HttpMethod.Get, $"?token={stream}&query=subscription{{changes}}&extensions={{\"operationId\":\"a\"}}", token);
        await guarded.Server.Events.Waiting;

        guarded.Tokens.Revoke(token);
        guarded.Time.Advance(TimeSpan.FromSeconds(1));

        var told = await own.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Unauthorized], [strangers.StatusCode, nobodys.StatusCode]);
        Assert.Contains("\"code\":\"UNAUTHENTICATED\"", told);
        Assert.EndsWith("event: complete\ndata: {\"id\":\"a\"}\n\n", told);
        await guarded.Server.Events.Cancelled;
    }

    [Fact]
    public async Task The_public_WebSocket_client_presents_a_token_and_hears_of_refusal_and_revocation()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var token = guarded.Tokens.Make();
        var script = NodeClient.RunAsync("ws-sign-in.mjs", guarded.Server.SocketAddress.ToString(), token);
        await guarded.Server.Events.Waiting;
        guarded.Tokens.Revoke(token);
        guarded.Time.Advance(TimeSpan.FromSeconds(1));

        var seen = JsonDocument.Parse(await script).RootElement;

        Assert.Equal(4403, seen.GetProperty("withoutToken").GetInt32());
        Assert.Equal("Hello world", seen.GetProperty("greeting").GetString());
        Assert.Equal(4401, seen.GetProperty("afterRevocation").GetInt32());
        Assert.Equal(1, seen.GetProperty("connectionsAfterRevocation").GetInt32());
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string address, string? token, string accept = "application/json")
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Accept", accept);
        if (token is not null)
            request.Headers.Add("Authorization", $"Bearer {token}");
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }

    /// <summary>A socket that follows changes and has seen one.</summary>
    private static async Task<SocketClient> FollowingAsync(GuardedServer guarded, string token)
    {
        var client = await SocketClient.ConnectAsync(guarded.Server);
        await client.SendAsync(Init($$"""{"authToken":"{{token}}"}"""));
        Assert.Equal(Acknowledged, await client.ReceiveAsync());
        await client.SubscribeAsync("1", "subscription { changes }");
        guarded.Server.Events.Change(1);
        Assert.Contains("\"changes\":1", await client.ReceiveAsync());
        return client;
    }

    private static string Init(string payload) => $$"""{"type":"connection_init","payload":{{payload}}}""";
}
