using System.Globalization;
using System.Text;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>Every way in which the server ends a socket, with the codes of graphql-transport-ws.</summary>
internal sealed record SocketClosure(int Code, string Reason)
{
    /// <summary>A close frame holds 125 bytes, two of which are the code.</summary>
    private const int LongestReason = 123;

    /// <summary>The client closed; its frame is answered in kind.</summary>
    public static SocketClosure Normal { get; } = new(1000, "");

    /// <summary>This server is stopping. Clients take it for a reason to connect again.</summary>
    public static SocketClosure GoingAway { get; } = new(1001, "Going away");

    public static SocketClosure NotText { get; } = new(1003, "Messages must be text");

    public static SocketClosure InternalError { get; } = new(4500, "Internal server error");

    public static SocketClosure Unauthorised { get; } = new(4401, "Unauthorized");

    public static SocketClosure Forbidden { get; } = new(4403, "Forbidden");

    public static SocketClosure SubprotocolNotAcceptable { get; } = new(4406, "Subprotocol not acceptable");

    public static SocketClosure InitialisationTimeout { get; } = new(4408, "Connection initialisation timeout");

    public static SocketClosure TooManyInitialisations { get; } = new(4429, "Too many initialisation requests");

    public static SocketClosure TooManyMessages(int limit) => new(4429, string.Create(
        CultureInfo.InvariantCulture, $"Too many messages: {limit} a second is the limit (Gateway:Rates:SocketMessagesPerSecond)"));

    public static SocketClosure TooManySockets(int limit) => new(4429, string.Create(
        CultureInfo.InvariantCulture, $"Too many sockets: {limit} a caller is the limit (Gateway:Rates:MaxSockets)"));

    public static SocketClosure BadRequest(string reason) => new(4400, Shortened(reason));

    public static SocketClosure SubscriberExists(string id) => new(4409, Shortened($"Subscriber for {id} already exists"));

    public static SocketClosure TooBig(int limit) =>
        new(1009, string.Create(CultureInfo.InvariantCulture, $"A message may have {limit} bytes"));

    private static string Shortened(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > LongestReason)
            reason = reason[..^1];
        return reason;
    }
}
