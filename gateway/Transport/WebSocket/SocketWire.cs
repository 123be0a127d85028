using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>
/// Whole messages in and out of a socket. Nothing is queued: whoever sends waits until the message is with the
/// operating system, so a client that reads slowly slows its own operations and costs no memory.
/// </summary>
internal sealed class SocketWire(System.Net.WebSockets.WebSocket socket, int maxMessageBytes) : IDisposable
{
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ArrayBufferWriter<byte> _received = new(4096);

    /// <returns>The next message, valid until the next call; or why there is none.</returns>
    public async Task<(ReadOnlyMemory<byte> Text, SocketClosure? End)> ReceiveAsync()
    {
        _received.ResetWrittenCount();
        while (true)
        {
            var part = await socket.ReceiveAsync(_received.GetMemory(4096), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return (default, SocketClosure.Normal);
            _received.Advance(part.Count);
            if (_received.WrittenCount > maxMessageBytes)
                return (default, SocketClosure.TooBig(maxMessageBytes));
            if (!part.EndOfMessage)
                continue;
            return part.MessageType == WebSocketMessageType.Text
                ? (_received.WrittenMemory, null)
                : (default, SocketClosure.NotText);
        }
    }

    /// <param name="writePayload">Writes the payload's value; null where the message has none.</param>
    public async Task SendAsync(string type, string? id = null, Action<Utf8JsonWriter>? writePayload = null)
    {
        var text = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(text, ResultJson.WriterOptions))
        {
            json.WriteStartObject();
            if (id is not null)
                json.WriteString("id", id);
            json.WriteString("type", type);
            if (writePayload is not null)
            {
                json.WritePropertyName("payload");
                writePayload(json);
            }
            json.WriteEndObject();
        }

        await _sending.WaitAsync();
        try
        {
            if (socket.State == WebSocketState.Open)
                await socket.SendAsync(text.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends the close frame after whatever is being sent.</summary>
    public async Task CloseAsync(SocketClosure closure)
    {
        await _sending.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)closure.Code, closure.Reason, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Ends a connection whose other side does not take part any more; pending calls fail.</summary>
    public void Abort() => socket.Abort();

    public void Dispose() => _sending.Dispose();
}
