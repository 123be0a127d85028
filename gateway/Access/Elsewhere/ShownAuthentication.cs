using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access.Elsewhere;

/// <summary>Takes what a request shows of its sender as it is, to be shown to the gateway with every question.</summary>
internal sealed class ShownAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Token = "edu-shown-token";

    /// <summary>A program's header comes before a browser's session, as at the gateway.</summary>
    public static string SchemeOf(HttpContext http) => http.Request.Headers.Authorization.Count == 0 ? AccessSchemes.Session : Token;

    /// <summary>A session that can be read was made by a gateway that shares our keys.</summary>
    public static Task KeepCookie(CookieValidatePrincipalContext session)
    {
        if (session.Principal is { } reader)
            session.ReplacePrincipal(new ClaimsPrincipal([.. reader.Identities, Shown("Cookie", session.HttpContext.Request.Headers.Cookie.ToString(), scheme: null)]));
        return Task.CompletedTask;
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(Shown("Authorization", Request.Headers.Authorization.ToString(), Token)), Scheme.Name)));

    private static ClaimsIdentity Shown(string header, string value, string? scheme) =>
        new([new Claim(AccessClaims.Shown, $"{header}: {value}")], scheme);
}
