using EduAnalytics.Gateway.Access.Issuers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access.Sessions;

/// <summary>Where the sign-in page sends its form: a token makes a session, and a session can be ended.</summary>
internal static class SessionEndpoints
{
    public static void MapEduSessions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(SignInPage.SessionPath, Begin).AllowAnonymous();
        endpoints.MapPost($"{SignInPage.SessionPath}/end", End).AllowAnonymous();
        endpoints.MapGet(IssuerPage.Path, ToIssuer).AllowAnonymous();
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
        await ReaderSession.BeginAsync(http, holder, new AuthenticationProperties());
        SignInPage.SeeOther(http, to);
    }

    /// <summary>On to the issuer's own page, which sends the reader back with a code.</summary>
    private static async Task ToIssuer(HttpContext http)
    {
        var to = SignInPage.LocalOrStart(http.Request.Query["to"]);
        if (!http.Request.IsHttps && !SessionCookie.IsLoopback(http.Request.Host))
            SignInPage.SeeOther(http, SignInPage.AddressFor(to, "insecure"));
        else if (!http.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.HasIssuerPage)
            SignInPage.SeeOther(http, SignInPage.AddressFor(to, null));
        else
            await IssuerPage.SendAsync(http, to);
    }

    private static async Task End(HttpContext http)
    {
        if (await ReadForm(http) is null)
            return;
        var signedInThere = await IssuerPage.HasSignedInAsync(http);
        await http.SignOutAsync(AccessSchemes.Session);
        if (!signedInThere || !await IssuerPage.TrySignOutAsync(http))
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
}
