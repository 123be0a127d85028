using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access.Sessions;
using EduAnalytics.Gateway.Ingest.Answers;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Access.Requirements;

/// <summary>What a request without a caller is answered: a person the sign-in page, a program the status and a sentence.</summary>
internal sealed class CallerRefusal : IAuthorizationMiddlewareResultHandler
{
    public const string Sentence =
        "Say who you are: send 'Authorization: Bearer …' with an API token or an access token. WWW-Authenticate says what is wrong with the one sent.";

    private const string ForAdministrators =
        "This shows the machines and is for administrators of all units: './edu token create --role administrator' without --unit makes a token for one.";

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            await next(context);
        else if (IsKnownButNotAdministrator(authorizeResult))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await WriteAsync(context, new SubmissionError(QueryErrorCodes.Forbidden, ForAdministrators));
        }
        else if (SignInPage.IsFor(context.Request))
            context.Response.Redirect(SignInPage.AddressFor(context.Request));
        else
        {
            await ChallengeAsync(context);
            await WriteAsync(context, new SubmissionError(ErrorCodes.Unauthenticated, Sentence));
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

    /// <summary>Of several requirements, that of being let in at all has not failed.</summary>
    private static bool IsKnownButNotAdministrator(PolicyAuthorizationResult result) =>
        result.AuthorizationFailure?.FailedRequirements.ToList() is [AdministratorRequirement];

    private static async Task WriteAsync(HttpContext http, SubmissionError error)
    {
        http.Response.ContentType = "application/json";
        await http.Response.BodyWriter.WriteAsync(AnswerLines.Problem(error), http.RequestAborted);
    }
}
