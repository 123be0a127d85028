using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using EduAnalytics.Gateway.Transport.Operations;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>A message from a client, with the members that its type requires.</summary>
internal sealed record SocketMessage(string Type, string Id, JsonElement? Payload)
{
    public const string ConnectionInit = "connection_init";
    public const string ConnectionAck = "connection_ack";
    public const string Ping = "ping";
    public const string Pong = "pong";
    public const string Subscribe = "subscribe";
    public const string Next = "next";
    public const string Error = "error";
    public const string Complete = "complete";

    /// <param name="problem">Why the text is no message of a client: the reason of a close 4400.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> text,
        [NotNullWhen(true)] out SocketMessage? message,
        [NotNullWhen(false)] out string? problem)
    {
        message = null;
        JsonElement json;
        try
        {
            using var document = RequestJson.Parse(text);
            json = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            problem = "Invalid message: not JSON";
            return false;
        }
        problem = Problem(json);
        if (problem is not null)
            return false;
        message = new SocketMessage(Text(json, "type")!, Text(json, "id") ?? "", Payloads(json));
        return true;
    }

    private static string? Problem(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return "Invalid message: not an object";
        var type = Text(json, "type");
        if (type is null)
            return "Invalid message: no type";
        if (type is not (ConnectionInit or Ping or Pong or Subscribe or Complete))
            return $"Invalid message type \"{type}\"";
        if (type is Subscribe or Complete && string.IsNullOrEmpty(Text(json, "id")))
            return $"Invalid {type} message: no id";
        if (Payloads(json) is { ValueKind: not JsonValueKind.Object })
            return $"Invalid {type} message: payload must be an object";
        if (type is Subscribe && Payloads(json) is null)
            return "Invalid subscribe message: no payload";
        return null;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Payloads(JsonElement json) =>
        json.TryGetProperty("payload", out var payload) && payload.ValueKind != JsonValueKind.Null ? payload : null;
}
