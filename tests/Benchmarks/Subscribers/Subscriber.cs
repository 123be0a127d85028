using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace EduAnalytics.Benchmarks.Subscribers;

/// <summary>One viewer: a socket of its own, one subscription, and when each value arrived.</summary>
internal sealed class Subscriber : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ArrayBufferWriter<byte> _message = new(1_024);

    /// <summary>Opens the socket and subscribes; what is present comes as the first value.</summary>
    public async Task Begin(Uri address, string unit, string indicator)
    {
        _socket.Options.AddSubProtocol("graphql-transport-ws");
        await _socket.ConnectAsync(address, CancellationToken.None);
        await Send(new { type = "connection_init" });
        await Receive();
        await Send(new
        {
            id = "1",
            type = "subscribe",
            payload = new
            {
                query = "subscription ($units: [ID!]!, $indicators: [ID!]) { indicatorChanged(orgUnits: $units, indicators: $indicators) "
                    + "{ orgUnit { id name } indicator { code } period stage value numerator denominator status version } }",
                variables = new { units = new[] { unit }, indicators = new[] { indicator } },
            },
        });
    }

    /// <summary>Reads until a value arrives.</summary>
    /// <returns>How many events it took: values between may have come first.</returns>
    public async Task<int> Until(decimal value)
    {
        for (var events = 1; ; events++)
        {
            using var message = await Receive();
            if (message.RootElement.GetProperty("payload").GetProperty("data").GetProperty("indicatorChanged").GetProperty("value").GetDecimal() == value)
                return events;
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task Send(object message) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<JsonDocument> Receive()
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_message.GetMemory(1_024), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"The server closed: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
            _message.Advance(part.Count);
            if (part.EndOfMessage)
                return JsonDocument.Parse(_message.WrittenMemory);
        }
    }
}
