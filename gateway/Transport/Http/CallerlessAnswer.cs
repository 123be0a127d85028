using EduAnalytics.Gateway.Access.Requirements;
using EduAnalytics.Gateway.Access.Sessions;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>What GraphQL's address answers a request without a caller, in the form that its client reads.</summary>
internal sealed class CallerlessAnswer(HttpAnswer answer)
{
    public async Task WriteAsync(HttpContext http)
    {
        if (SignInPage.IsFor(http.Request))
        {
            http.Response.Redirect(SignInPage.AddressFor(http.Request));
            return;
        }
        await CallerRefusal.ChallengeAsync(http);
        var media = AnswerMediaNegotiation.Preferred(http.Request.Headers.Accept);
        await answer.WriteAsync(http, HttpProblem.Unauthenticated, media == AnswerMedia.GraphQLResponse ? AnswerMedia.GraphQLResponse : AnswerMedia.Json);
    }
}
