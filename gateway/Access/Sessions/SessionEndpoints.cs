using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Access.Sessions;

/// <summary>Where the sign-in page sends its form: a token makes a session, and a session can be ended.</summary>
internal static class SessionEndpoints
{
    /// <summary>For a token that never expires. Whoever has it can sign in again.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromDays(30);

    public static void MapEduSessions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(SignInPage.SessionPath, Begin).AllowAnonymous();
        endpoints.MapPost($"{SignInPage.SessionPath}/end", End).AllowAnonymous();
    }

    private static async Task Begin(HttpContext http)
    {
        if (await ReadForm(http) is not { } form)
            return;
        var to = SignInPage.LocalOrStart(form["to"]);
        if (!http.Request.IsHttps && !SessionCookie.IsLoopback(http.Request.Host))
        {
            // The browser would drop the cookie, and the token has just travelled in the clear.
            SignInPage.SeeOther(http, SignInPage.AddressFor(to, "insecure"));
            return;
        }
        if (await http.RequestServices.GetRequiredService<PresentedTokens>().AuthenticateAsync(form["token"].ToString().Trim()) is not { } holder)
        {
            SignInPage.SeeOther(http, SignInPage.AddressFor(to, "token"));
            return;
        }
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var end = Caller.Of(holder).ExpiresAt is { } tokens && tokens < now + longest ? tokens : now + longest;
        await http.SignInAsync(AccessSchemes.Session, SessionOf(holder, end), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = end });
        SignInPage.SeeOther(http, to);
    }

    private static async Task End(HttpContext http)
    {
        if (await ReadForm(http) is null)
            return;
        await http.SignOutAsync(AccessSchemes.Session);
        SignInPage.SeeOther(http, SignInPage.Path);
    }

    /// <summary>Null, with the answer given, for a form that this site did not make: else a foreign page could sign a reader in as someone else.</summary>
    private static async Task<IFormCollection?> ReadForm(HttpContext http)
    {
        if (http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return await http.Request.ReadFormAsync(http.RequestAborted);
        SignInPage.SeeOther(http, SignInPage.AddressFor("/", "form"));
        return null;
    }

    private static ClaimsPrincipal SessionOf(ClaimsPrincipal holder, DateTimeOffset end) => CallerIdentity.Make(
        AccessSchemes.Session,
        holder.FindFirstValue(AccessClaims.Subject)!,
        Caller.Of(holder) with { ExpiresAt = end },
        holder.FindFirstValue(AccessClaims.Token));
}
