using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace EduAnalytics.Benchmarks.Ingest;

/// <summary>Follows the city's number of tested students by a subscription over a WebSocket, as a dashboard does.</summary>
internal sealed class CityTotal : IAsyncDisposable
{
    private const string Subscription =
        """subscription { indicatorChanged(orgUnits: ["bench-city"], indicators: ["fitness.excellent_good_rate"]) { period stage denominator } }""";

    private readonly ClientWebSocket socket = new();
    private readonly List<(long At, long Total)> seen = [];

    /// <summary>Every total that was shown, with when (<see cref="Stopwatch.GetTimestamp"/>).</summary>
    public IReadOnlyList<(long At, long Total)> Seen => seen;

    public async Task Open(Uri system)
    {
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(system) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        await Send("""{"type":"connection_init"}""");
        await Receive();
        await Send(JsonSerializer.Serialize(new { id = "1", type = "subscribe", payload = new { query = Subscription } }));
    }

    /// <summary>Follows until the total has been shown, and no longer than the patience.</summary>
    public async Task FollowTo(long total, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (seen.Count == 0 || seen[^1].Total < total)
        {
            using var message = await Receive(limit.Token);
            if (!message.RootElement.TryGetProperty("payload", out var payload) || !payload.TryGetProperty("data", out var data))
                continue;
            var value = data.GetProperty("indicatorChanged");
            if (value.GetProperty("period").GetString() == "2024" && value.GetProperty("stage").ValueKind == JsonValueKind.Null
                && value.GetProperty("denominator").ValueKind == JsonValueKind.Number)
                seen.Add((Stopwatch.GetTimestamp(), (long)value.GetProperty("denominator").GetDecimal()));
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task Send(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<JsonDocument> Receive(CancellationToken cancellationToken = default)
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await socket.ReceiveAsync(message.GetMemory(16 * 1024), cancellationToken);
            message.Advance(part.Count);
            if (part.EndOfMessage)
                return JsonDocument.Parse(message.WrittenMemory);
        }
    }
}
