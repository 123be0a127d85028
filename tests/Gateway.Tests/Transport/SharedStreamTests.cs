using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EduAnalytics.Gateway.Transport.ServerSentEvents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Gateway.Tests.Transport;

/// <summary>graphql-sse with a single connection: reserve, open, start, stop.</summary>
public sealed class SharedStreamTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_stream_carries_the_results_of_all_operations_under_their_names()
    {
        await using var server = await TransportServer.StartAsync();
        var token = await ReserveAsync(server);
        using var stream = await OpenAsync(server, token);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(Cancelled));

        Assert.Equal(HttpStatusCode.Accepted, (await StartAsync(server, token, "a", "{ greeting }")).StatusCode);
        Assert.Equal("""next {"id":"a","payload":{"data":{"greeting":"Hello world"}}}""", await EventAsync(lines));
        Assert.Equal("""complete {"id":"a"}""", await EventAsync(lines));
        // The name is free again.
        Assert.Equal(HttpStatusCode.Accepted, (await StartAsync(server, token, "a", "mutation { count }")).StatusCode);
        Assert.Equal("""next {"id":"a","payload":{"data":{"count":1}}}""", await EventAsync(lines));
    }

    [Fact]
    public async Task A_second_connection_to_a_stream_is_a_conflict_and_the_first_goes_on()
    {
        await using var server = await TransportServer.StartAsync();
        var token = await ReserveAsync(server);
        using var first = await OpenAsync(server, token);

        using var second = await OpenAsync(server, token);

        await AssertRefusedAsync(second, HttpStatusCode.Conflict, "STREAM_ALREADY_OPEN");
        await StartAsync(server, token, "a", "{ greeting }");
        using var lines = new StreamReader(await first.Content.ReadAsStreamAsync(Cancelled));
        Assert.StartsWith("next ", await EventAsync(lines));
    }

    [Fact]
    public async Task A_name_that_is_in_use_is_a_conflict()
    {
        await using var server = await TransportServer.StartAsync();
        var token = await ReserveAsync(server);
        using var stream = await OpenAsync(server, token);
        await StartAsync(server, token, "a", "subscription { changes }");

        await AssertRefusedAsync(await StartAsync(server, token, "a", "{ greeting }"), HttpStatusCode.Conflict, "OPERATION_ID_IN_USE");
    }

    [Fact]
    public async Task Stopping_an_operation_lets_its_source_go_and_keeps_the_stream()
    {
        await using var server = await TransportServer.StartAsync();
        var token = await ReserveAsync(server);
        using var stream = await OpenAsync(server, token);
        await StartAsync(server, token, "a", "subscription { changes }");
        await server.Events.Waiting;

        using var stop = new HttpRequestMessage(HttpMethod.Delete, $"?operationId=a&token={token}");
        Assert.Equal(HttpStatusCode.OK, (await server.Http.SendAsync(stop, Cancelled)).StatusCode);

        await server.Events.Cancelled;
        await StartAsync(server, token, "b", "{ greeting }");
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(Cancelled));
        Assert.Contains("\"id\":\"b\"", await EventAsync(lines));
    }

    [Fact]
    public async Task A_client_that_leaves_lets_all_its_operations_go_and_its_token_is_void()
    {
        await using var server = await TransportServer.StartAsync();
        var token = await ReserveAsync(server);
        var stream = await OpenAsync(server, token);
        await StartAsync(server, token, "a", "subscription { changes }");
        await server.Events.Waiting;

        stream.Dispose();

        await server.Events.Cancelled;
        await AssertRefusedAsync(await StartAsync(server, token, "b", "{ greeting }"), HttpStatusCode.NotFound, "STREAM_NOT_FOUND");
    }

    [Fact]
    public async Task A_request_that_is_no_operation_is_answered_itself()
    {
        await using var server = await TransportServer.StartAsync();
        var token = await ReserveAsync(server);

        await AssertRefusedAsync(await StartAsync(server, token, null, "{ greeting }"), HttpStatusCode.BadRequest, "BAD_REQUEST");
        await AssertRefusedAsync(await StartAsync(server, token, "a", "{ nothing }"), HttpStatusCode.BadRequest, "GRAPHQL_VALIDATION_FAILED");
        await AssertRefusedAsync(await StartAsync(server, "0000", "a", "{ greeting }"), HttpStatusCode.NotFound, "STREAM_NOT_FOUND");
    }

    [Fact]
    public async Task A_reservation_that_nobody_opens_expires_with_what_was_started_on_it()
    {
        var time = new FakeTimeProvider();
        await using var server = await TransportServer.StartAsync(services: services => services.AddSingleton<TimeProvider>(time));
        var token = await ReserveAsync(server);
        await StartAsync(server, token, "a", "subscription { changes }");
        await server.Events.Waiting;

        time.Advance(TimeSpan.FromSeconds(30));

        await server.Events.Cancelled;
        using var late = await OpenAsync(server, token);
        await AssertRefusedAsync(late, HttpStatusCode.NotFound, "STREAM_NOT_FOUND");
    }

    [Fact]
    public async Task No_more_streams_are_reserved_than_the_limit_and_an_ended_one_makes_room()
    {
        await using var server = await TransportServer.StartAsync(options => options.MaxSharedStreams = 1);
        var token = await ReserveAsync(server);

        using var refused = await server.Http.PutAsync("", null, Cancelled);

        await AssertRefusedAsync(refused, HttpStatusCode.TooManyRequests, "TOO_MANY_STREAMS");
        var streams = server.Services.GetRequiredService<SharedStreams>();
        streams.End(streams.Find(token, new EduAnalytics.Gateway.Transport.Rates.CallerKey("address 127.0.0.1", true))!);
        await ReserveAsync(server);
    }

    [Fact]
    public async Task One_operation_more_than_a_stream_may_have_is_refused()
    {
        await using var server = await TransportServer.StartAsync(options => options.MaxOperationsPerSocket = 1);
        var token = await ReserveAsync(server);
        await StartAsync(server, token, "a", "subscription { changes }");

        await AssertRefusedAsync(await StartAsync(server, token, "b", "{ greeting }"), HttpStatusCode.TooManyRequests, "TOO_MANY_OPERATIONS");
    }

    private static async Task<string> ReserveAsync(TransportServer server)
    {
        using var answer = await server.Http.PutAsync("", null, Cancelled);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private static Task<HttpResponseMessage> OpenAsync(TransportServer server, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"?token={token}");
        request.Headers.Add("Accept", "text/event-stream");
        return server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }

    private static Task<HttpResponseMessage> StartAsync(TransportServer server, string token, string? id, string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query, extensions = id is null ? null : new { operationId = id } }),
        };
        request.Headers.Add("X-GraphQL-Event-Stream-Token", token);
        request.Headers.Add("Accept", "application/graphql-response+json");
        return server.Http.SendAsync(request, Cancelled);
    }

    /// <summary>The next event's name and data; comments are passed over.</summary>
    private static async Task<string> EventAsync(StreamReader lines)
    {
        string? name = null;
        while (await lines.ReadLineAsync(Cancelled) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line["event: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                return $"{name} {line["data: ".Length..]}";
        }

        throw new InvalidOperationException("The stream ended.");
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal(code, body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }
}
