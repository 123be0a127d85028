namespace EduAnalytics.Gateway.Transport.Rates;

/// <summary>How much one caller may ask for; section <c>Gateway:Rates</c>.</summary>
public sealed class RateOptions
{
    /// <summary>Requests a second that a caller may send for as long as it likes: HTTP requests to GraphQL, exports and the bulk API, and operations on its sockets.</summary>
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>How many requests a caller that was quiet may send at once.</summary>
    public int Burst { get; set; } = 200;

    /// <summary>Sockets that a caller may have open at once.</summary>
    public int MaxSockets { get; set; } = 100;

    /// <summary>Subscriptions that a caller may follow at once, over all its sockets and event streams.</summary>
    public int MaxSubscriptions { get; set; } = 1_000;

    /// <summary>Messages a second that one socket may send, pings included; twice as many after a pause.</summary>
    public int SocketMessagesPerSecond { get; set; } = 100;

    /// <summary>
    /// Whether callers on this machine who are not signed in are held to the rates as well. They are its owner's own
    /// programs; behind a proxy on the same machine they are everyone.
    /// </summary>
    public bool Loopback { get; set; }
}
