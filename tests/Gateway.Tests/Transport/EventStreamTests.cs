using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed class EventStreamTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_to_a_subscription_streams_its_events_and_its_end()
    {
        await using var server = await TransportServer.StartAsync();
        using var answer = await OpenAsync(server, "subscription { numbers(to: 2) }");

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "event: next\ndata: {\"data\":{\"numbers\":1}}\n\nevent: next\ndata: {\"data\":{\"numbers\":2}}\n\nevent: complete\ndata: \n\n",
            await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task A_mutation_by_GET_is_refused_on_a_stream_too()
    {
        await using var server = await TransportServer.StartAsync();
        using var answer = await OpenAsync(server, "mutation { count }");

        Assert.Contains("OPERATION_NOT_ALLOWED_HERE", await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(1, server.Events.Count());
    }

    [Fact]
    public async Task A_request_that_is_none_is_answered_with_a_status_and_not_a_stream()
    {
        await using var server = await TransportServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "?operationName=A");
        request.Headers.Add("Accept", "text/event-stream");

        using var answer = await server.Http.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("BAD_REQUEST", JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled))
            .RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_silent_stream_gets_a_comment_so_that_no_proxy_cuts_it()
    {
        var time = new FakeTimeProvider();
        await using var server = await TransportServer.StartAsync(services: services => services.AddSingleton<TimeProvider>(time));
        using var answer = await OpenAsync(server, "subscription { changes }");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancelled));
        server.Events.Change(1);
        Assert.Equal("event: next", await lines.ReadLineAsync(Cancelled));
        Assert.Equal("""data: {"data":{"changes":1}}""", await lines.ReadLineAsync(Cancelled));
        Assert.Equal("", await lines.ReadLineAsync(Cancelled));

        var comment = lines.ReadLineAsync(Cancelled).AsTask();
        // The stream's next wait may begin after this advance, hence as often as it takes.
        while (!comment.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(15));
            await Task.Yield();
        }

        Assert.Equal(":", await comment);
    }

    [Fact]
    public async Task A_client_that_leaves_lets_the_source_go()
    {
        await using var server = await TransportServer.StartAsync();
        var answer = await OpenAsync(server, "subscription { changes }");
        await server.Events.Waiting;

        answer.Dispose();

        await server.Events.Cancelled;
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams()
    {
        await using var server = await TransportServer.StartAsync();
        using var answer = await OpenAsync(server, "subscription { changes }");
        await server.Events.Waiting;

        await server.StopAsync();

        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancelled));
        await server.Events.Cancelled;
    }

    private static Task<HttpResponseMessage> OpenAsync(TransportServer server, string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"?query={Uri.EscapeDataString(query)}");
        request.Headers.Add("Accept", "text/event-stream");
        return server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }
}
