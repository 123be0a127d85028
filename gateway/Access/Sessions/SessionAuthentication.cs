using EduAnalytics.Gateway.Transport.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access.Sessions;

/// <summary>When a session's cookie lets its browser in.</summary>
internal static class SessionAuthentication
{
    public static void Configure(CookieAuthenticationOptions session)
    {
        session.Cookie = new SessionCookie();
        session.SlidingExpiration = false;
        session.Events.OnValidatePrincipal = Validate;
        session.Events.OnRedirectToLogin = refused => Answer(refused, StatusCodes.Status401Unauthorized);
        session.Events.OnRedirectToAccessDenied = refused => Answer(refused, StatusCodes.Status403Forbidden);
    }

    private static async Task Validate(CookieValidatePrincipalContext session)
    {
        var http = session.HttpContext;
        var services = http.RequestServices;
        if (!IsOwnRequest(http.Request, services.GetRequiredService<IOptions<GatewayOptions>>().Value))
            session.RejectPrincipal();
        else if (!services.GetRequiredService<IOptions<AccessOptions>>().Value.IsSignInRequired
            || services.GetRequiredService<ICallers>().Present(session.Principal) is null)
        {
            session.RejectPrincipal();
            await http.SignOutAsync(AccessSchemes.Session);
        }
    }

    /// <summary>A page on another port of this machine counts as the same site to a browser, which then sends the cookie along.</summary>
    private static bool IsOwnRequest(HttpRequest request, GatewayOptions options) =>
        HttpMethods.IsGet(request.Method)
        || HttpMethods.IsHead(request.Method)
        || request.Headers.Origin is not [{ } origin, ..]
        || Origins.AreWelcome(origin, request, options);

    /// <summary>A status and no redirect: who is to be sent to the sign-in page is decided elsewhere.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> refused, int status)
    {
        refused.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
