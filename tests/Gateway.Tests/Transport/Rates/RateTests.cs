using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using EduAnalytics.Gateway.Transport.Rates;

namespace EduAnalytics.Gateway.Tests.Transport.Rates;

/// <summary>What one caller may ask for and have open.</summary>
public sealed class RateTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_that_asks_too_often_is_told_when_to_ask_again()
    {
        await using var server = await TransportServer.StartAsync(options =>
        {
            options.Rates.Loopback = true;
            options.Rates.Burst = 2;
            options.Rates.RequestsPerSecond = 1;
        });
        await AskAsync(server);
        await AskAsync(server);

        // The bucket may get one back meanwhile, so more are asked than it holds.
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AskAsync(server)));

        var refused = answers.Last(answer => answer.StatusCode != HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        var error = (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("errors")[0];
        var extensions = error.GetProperty("extensions");
        Assert.Equal("TOO_MANY_REQUESTS", extensions.GetProperty("code").GetString());
        Assert.Equal("Gateway:Rates:RequestsPerSecond", extensions.GetProperty("setting").GetString());
        Assert.Equal(1, extensions.GetProperty("limit").GetInt32());
        Assert.True(extensions.GetProperty("retryAfterSeconds").GetInt32() >= 1);
    }

    [Fact]
    public async Task The_machines_own_programs_are_not_counted_unless_so_set()
    {
        await using var server = await TransportServer.StartAsync(options => options.Rates.Burst = options.Rates.RequestsPerSecond = 1);

        for (var n = 0; n < 20; n++)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(server)).StatusCode);
    }

    [Fact]
    public async Task An_operation_on_a_socket_counts_as_a_request_and_its_refusal_leaves_the_socket_open()
    {
        await using var server = await TransportServer.StartAsync(options =>
        {
            options.Rates.Loopback = true;
            options.Rates.Burst = 2;
            options.Rates.RequestsPerSecond = 1;
        });
        // The upgrade is the first request.
        await using var client = await SocketClient.InitialisedAsync(server);

        string answer;
        var id = 0;
        do
        {
            await client.SubscribeAsync($"{++id}", "{ greeting }");
            answer = await client.ReceiveAsync();
            if (!answer.Contains("\"error\"", StringComparison.Ordinal))
                await client.ReceiveAsync();
        }
        while (!answer.Contains("TOO_MANY_REQUESTS", StringComparison.Ordinal));

        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task One_subscription_more_than_a_caller_may_follow_is_refused_and_an_ended_one_makes_room()
    {
        await using var server = await TransportServer.StartAsync(options =>
        {
            options.Rates.Loopback = true;
            options.Rates.MaxSubscriptions = 1;
        });
        await using var one = await SocketClient.InitialisedAsync(server);
        await using var other = await SocketClient.InitialisedAsync(server);
        await one.SubscribeAsync("1", "subscription { changes }");
        await server.Events.Waiting;

        await other.SubscribeAsync("1", "subscription { numbers(to: 1) }");

        Assert.Contains("TOO_MANY_SUBSCRIPTIONS", await other.ReceiveAsync());
        await one.SendAsync("""{"type":"complete","id":"1"}""");
        await server.Events.Cancelled;
        string answer;
        do
        {
            await other.SubscribeAsync("2", "subscription { numbers(to: 1) }");
            answer = await other.ReceiveAsync();
        }
        while (answer.Contains("TOO_MANY_SUBSCRIPTIONS", StringComparison.Ordinal));
        Assert.Equal("""{"id":"2","type":"next","payload":{"data":{"numbers":1}}}""", answer);
    }

    [Fact]
    public void A_caller_is_known_by_its_name_before_its_address()
    {
        var signedIn = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "monitor-7")], "Bearer"));

        Assert.Equal(new CallerKey("user monitor-7", false), CallerKey.Of(signedIn, IPAddress.Loopback));
        Assert.Equal(new CallerKey("address 10.1.2.3", false), CallerKey.Of(new ClaimsPrincipal(), IPAddress.Parse("10.1.2.3")));
        Assert.Equal(new CallerKey("address 10.1.2.3", false), CallerKey.Of(new ClaimsPrincipal(), IPAddress.Parse("::ffff:10.1.2.3")));
        Assert.True(CallerKey.Of(new ClaimsPrincipal(), IPAddress.IPv6Loopback).IsThisMachine);
    }

    [Fact]
    public void Addresses_of_one_IPv6_network_are_one_caller()
    {
        var one = CallerKey.Of(new ClaimsPrincipal(), IPAddress.Parse("2001:db8:1:2::1"));

        Assert.Equal(one, CallerKey.Of(new ClaimsPrincipal(), IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(one, CallerKey.Of(new ClaimsPrincipal(), IPAddress.Parse("2001:db8:1:3::1")));
    }

    private static Task<HttpResponseMessage> AskAsync(TransportServer server) =>
        server.Http.PostAsJsonAsync("", new { query = "{ greeting }" }, Cancelled);
}
