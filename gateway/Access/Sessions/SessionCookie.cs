using System.Net;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Access.Sessions;

/// <summary>
/// A browser's session: out of reach of scripts, sent with this site's own requests only, and over HTTPS only, but for a
/// browser on this machine.
/// </summary>
internal sealed class SessionCookie : CookieBuilder
{
    public SessionCookie()
    {
        Name = "edu-session";
        HttpOnly = true;
        SameSite = SameSiteMode.Strict;
        IsEssential = true;
        Path = "/";
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Secure = context.Request.IsHttps || !IsLoopback(context.Request.Host);
        return cookie;
    }

    /// <summary>Whether the browser reached this site by a name of its own machine.</summary>
    public static bool IsLoopback(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
