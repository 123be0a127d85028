using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>One subscription over one socket, by the graphql-transport-ws protocol.</summary>
internal sealed class SubscriptionSocket : IDisposable
{
    private const string Protocol = "graphql-transport-ws";
    private const string Id = "1";
    private readonly ClientWebSocket _socket = new();

    /// <exception cref="GraphQLUnreachableException">Nobody answers there, or not as agreed.</exception>
    public static async Task<SubscriptionSocket> OpenAsync(Uri endpoint, (string Name, string Value)? header, CancellationToken cancellationToken)
    {
        var socket = new SubscriptionSocket();
        try
        {
            if (header is var (name, value))
                socket._socket.Options.SetRequestHeader(name, value);
            await socket.ConnectAsync(endpoint, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The data of each event, until the subscription is complete.</summary>
    public async IAsyncEnumerable<JsonElement> FollowAsync(
        string document, IReadOnlyDictionary<string, object?> variables, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await SendAsync(new { id = Id, type = "subscribe", payload = new { query = document, variables } }, cancellationToken);
        while (await NextAsync(cancellationToken) is { } data)
            yield return data;
    }

    public void Dispose() => _socket.Dispose();

    private async Task ConnectAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        var address = new UriBuilder(endpoint) { Scheme = endpoint.Scheme == "https" ? "wss" : "ws" }.Uri;
        _socket.Options.AddSubProtocol(Protocol);
        try
        {
            await _socket.ConnectAsync(address, cancellationToken);
        }
        catch (WebSocketException fault)
        {
            throw new GraphQLUnreachableException($"No subscription could be opened at {address}.", fault);
        }

        await SendAsync(new { type = "connection_init" }, cancellationToken);
        var answer = await ReceiveAsync(cancellationToken);
        if (TypeOf(answer) != "connection_ack")
            throw new GraphQLUnreachableException("The gateway did not acknowledge the connection.");
    }

    /// <summary>The next event's data; null when the subscription is complete.</summary>
    private async Task<JsonElement?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var message = await ReceiveAsync(cancellationToken);
            switch (TypeOf(message))
            {
                case "next":
                    return ReadEvent(message.GetProperty("payload"));
                case "error":
                    throw new GraphQLRefusedException(AnswerJson.ReadErrors(message.GetProperty("payload")));
                case "complete":
                    return null;
                case "ping":
                    await SendAsync(new { type = "pong" }, cancellationToken);
                    break;
            }
        }
    }

    private static JsonElement ReadEvent(JsonElement payload)
    {
        var answer = AnswerJson.ReadAnswer(payload);
        return answer is { Errors.IsEmpty: true, Data: { } data } ? data : throw new GraphQLRefusedException(answer.Errors);
    }

    private static string? TypeOf(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("type", out var type) ? type.GetString() : null;

    private Task SendAsync(object message, CancellationToken cancellationToken) => _socket
        .SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, cancellationToken);

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8 * 1024];
        try
        {
            WebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer, cancellationToken);
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new GraphQLUnreachableException($"The gateway closed the subscription: {part.CloseStatusDescription}");
            return JsonSerializer.Deserialize<JsonElement>(message.ToArray());
        }
        catch (Exception fault) when (fault is WebSocketException or JsonException)
        {
            throw new GraphQLUnreachableException("The subscription's connection broke.", fault);
        }
    }
}
