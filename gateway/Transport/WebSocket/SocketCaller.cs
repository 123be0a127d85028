using System.Security.Claims;
using EduAnalytics.Gateway.Transport.Rates;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>Who is at the other end of a socket, and how its operations are counted.</summary>
internal sealed record SocketCaller(ClaimsPrincipal User, CallerKey Key, CallerRates Rates);
