namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>How long and how much a socket's session may take.</summary>
/// <param name="Initialisation">Time until the connection is acknowledged.</param>
/// <param name="Goodbye">Time for the other side to take the close frame and answer it.</param>
/// <param name="Operations">Operations running at once.</param>
/// <param name="MessagesPerSecond">Messages that the client may send.</param>
internal sealed record SocketLimits(TimeProvider Time, TimeSpan Initialisation, TimeSpan Goodbye, int Operations, int MessagesPerSecond);
