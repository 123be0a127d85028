using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access.Tokens;

/// <summary>Lets in whoever presents an API token: <c>Authorization: Bearer edu_…</c>.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenRegister register)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Unknown = "There is no such token.";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerText.Read(Request.Headers.Authorization) is not { } text)
            return AuthenticateResult.NoResult();
        if (!TokenSecret.TryReadId(text, out var id))
            return AuthenticateResult.Fail("This is no token of this system: they begin with edu_ and have 58 characters.");
        // A wrong secret is answered as a wrong id is: nobody learns which ids there are.
        if (await register.FindNewAsync(id) is not { } known || !known.Matches(text))
            return AuthenticateResult.Fail(Unknown);
        if (!known.Token.HoldsAt(TimeProvider.GetUtcNow()))
            return AuthenticateResult.Fail(known.Token.RevokedAt is null ? "The token has expired." : "The token was revoked.");
        if (known.Holder is not { } holder)
            return AuthenticateResult.Fail("The token's role is not known to this program.");
        register.NoteUse(known.Token);
        return AuthenticateResult.Success(new AuthenticationTicket(holder, Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        Response.Headers.Append("WWW-Authenticate", failure is null ? "Bearer" : $"Bearer error=\"invalid_token\", error_description=\"{failure.Message}\"");
    }
}
