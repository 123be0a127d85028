using System.Security.Claims;
using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>Who is at the other end of a socket, and how its operations are counted.</summary>
/// <param name="http">The request that opened the socket; who its user is may be known only once the socket is admitted.</param>
internal sealed class SocketCaller(HttpContext http, CallerRates rates)
{
    public ClaimsPrincipal User => http.User;

    public CallerKey Key => CallerKey.Of(http);

    public CallerRates Rates => rates;
}
