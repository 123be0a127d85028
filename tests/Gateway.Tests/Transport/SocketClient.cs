using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Transport;

/// <summary>A bare socket, for what the public clients would never send.</summary>
internal sealed class SocketClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private SocketClient() => _patience.CancelAfter(TimeSpan.FromSeconds(60));

    private CancellationToken Cancelled => _patience.Token;

    public static async Task<SocketClient> ConnectAsync(
        TransportServer server, string subprotocol = "graphql-transport-ws", string? origin = null, string? authorization = null)
    {
        var client = new SocketClient();
        client._socket.Options.AddSubProtocol(subprotocol);
        if (origin is not null)
            client._socket.Options.SetRequestHeader("Origin", origin);
        if (authorization is not null)
            client._socket.Options.SetRequestHeader("Authorization", authorization);
        await client._socket.ConnectAsync(server.SocketAddress, client.Cancelled);
        return client;
    }

    public static async Task<SocketClient> InitialisedAsync(TransportServer server)
    {
        var client = await ConnectAsync(server);
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync());
        return client;
    }

    public Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, Cancelled);

    public Task SubscribeAsync(string id, string query) => SendAsync(
        JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query } }));

    public async Task<string> ReceiveAsync()
    {
        var (text, type) = await ReceivePartsAsync();
        Assert.True(type == WebSocketMessageType.Text, $"closed with {(int?)_socket.CloseStatus} {_socket.CloseStatusDescription}");
        return text;
    }

    /// <summary>Reads on to the server's close frame, answers it, and gives its code and reason.</summary>
    public async Task<(int Code, string? Reason)> CloseFrameAsync()
    {
        while (await ReceivePartsAsync() is not (_, WebSocketMessageType.Close))
        {
            // What was under way before the close is not what the caller asked about.
        }
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancelled);
        return ((int)_socket.CloseStatus!, _socket.CloseStatusDescription);
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancelled);

    public void Abort() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _patience.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(string Text, WebSocketMessageType Type)> ReceivePartsAsync()
    {
        var text = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), Cancelled);
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return (Encoding.UTF8.GetString(text.ToArray()), part.MessageType);
        }
    }
}
