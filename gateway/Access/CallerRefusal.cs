using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access.Sessions;
using EduAnalytics.Gateway.Ingest.Answers;
using EduAnalytics.Gateway.Transport.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Access;

/// <summary>What a request without a caller is answered: a person the sign-in page, a program the status and a sentence.</summary>
internal sealed class CallerRefusal : IAuthorizationMiddlewareResultHandler
{
    public const string Sentence =
        "Say who you are: send 'Authorization: Bearer …' with an API token or an access token. WWW-Authenticate says what is wrong with the one sent.";

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            await next(context);
        else if (SignInPage.IsFor(context.Request))
            context.Response.Redirect(SignInPage.AddressFor(context.Request));
        else
        {
            await ChallengeAsync(context);
            context.Response.ContentType = "application/json";
            await context.Response.BodyWriter.WriteAsync(
                AnswerLines.Problem(new SubmissionError(ErrorCodes.Unauthenticated, Sentence)), context.RequestAborted);
        }
    }

    /// <summary>Sets the status and <c>WWW-Authenticate</c>, which tells what is wrong with the token that was sent.</summary>
    public static async Task ChallengeAsync(HttpContext http)
    {
        await http.ChallengeAsync(AccessSchemes.Any);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (http.Response.Headers.WWWAuthenticate.Count == 0)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        http.Response.Headers.CacheControl = "no-store";
    }
}
