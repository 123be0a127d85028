using System.Text.Json;
using EduAnalytics.Gateway.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>
/// Lets a socket in whose caller is known: by the request that opened it, or by a token in <c>connection_init</c>, since a
/// browser cannot set the header of a socket. <c>{"Authorization": "Bearer …"}</c> and <c>{"authToken": "…"}</c> are both understood.
/// </summary>
internal sealed class CallerAdmission(PresentedTokens tokens, ICallers callers, IOptions<AccessOptions> options) : IConnectionAdmission
{
    public async ValueTask<bool> AdmitsAsync(HttpContext http, JsonElement? payload)
    {
        // A token that was sent must be good, whoever else the request may be from; without sign-in nobody looks at it.
        if (options.Value.IsSignInRequired && TokenIn(payload) is { } token)
        {
            if (await tokens.AuthenticateAsync(token) is not { } holder)
                return false;
            http.User = holder;
        }
        return callers.Present(http.User) is not null;
    }

    /// <summary>Empty for a member that is there and holds none.</summary>
    private static string? TokenIn(JsonElement? payload)
    {
        if (payload is not { } members)
            return null;
        foreach (var name in new[] { "Authorization", "authorization" })
            if (members.TryGetProperty(name, out var header))
                return BearerText.Read(header.ToString()) ?? "";
        return members.TryGetProperty("authToken", out var token) ? token.ToString() : null;
    }
}
