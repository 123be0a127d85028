using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>Decides whether a socket may be used; a refusal closes it with 4403. All that are registered must agree.</summary>
public interface IConnectionAdmission
{
    /// <param name="http">The request that opened the socket; its user is on whose behalf the socket's operations run.</param>
    /// <param name="payload">What the client sent with <c>connection_init</c>: browsers cannot set headers on a socket.</param>
    ValueTask<bool> AdmitsAsync(HttpContext http, JsonElement? payload);
}
