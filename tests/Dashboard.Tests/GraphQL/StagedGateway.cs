using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Dashboard.Tests.GraphQL;

/// <summary>A server that answers as it is told, for the client's side of the protocols.</summary>
public sealed class StagedGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StagedGateway(WebApplication app) => _app = app;

    /// <summary>The body of every answer by POST, with its status.</summary>
    public (int Status, string Body) Answer { get; set; } = (200, "{}");

    /// <summary>True to end the connection where an answer would come, as a gateway does that is killed.</summary>
    public bool BreaksOff { get; set; }

    /// <summary>Sent in turn once a subscription is asked for; then the server closes.</summary>
    public IReadOnlyList<string> Messages { get; set; } = [];

    /// <summary>What the client sent, in order.</summary>
    public List<JsonElement> Received { get; } = [];

    public Uri Endpoint => new($"{_app.Urls.Single()}/graphql");

    public static async Task<StagedGateway> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var gateway = new StagedGateway(app);
        app.UseWebSockets();
        app.MapPost("/graphql", gateway.Post);
        app.MapPost("/ingest/figures", gateway.Post);
        app.MapGet("/graphql", gateway.Follow);
        await app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Post(HttpContext http)
    {
        Received.Add(await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body));
        if (BreaksOff)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = Answer.Status;
        http.Response.ContentType = "application/graphql-response+json";
        await http.Response.WriteAsync(Answer.Body);
    }

    private async Task Follow(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync("graphql-transport-ws");
        Received.Add(await Receive(socket));
        await Send(socket, """{"type":"connection_ack"}""");
        Received.Add(await Receive(socket));
        foreach (var message in Messages)
            await Send(socket, message);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "the play is over", CancellationToken.None);
    }

    private static async Task<JsonElement> Receive(WebSocket socket)
    {
        var buffer = new byte[4096];
        var read = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, read.Count));
    }

    private static Task Send(WebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
}
