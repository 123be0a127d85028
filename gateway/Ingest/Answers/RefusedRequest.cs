using EduAnalytics.Domain.Submissions;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Ingest.Answers;

/// <summary>The whole answer to a request of which no line or file was taken up.</summary>
internal static class RefusedRequest
{
    public static async Task Tell(HttpContext http, int status, SubmissionError problem)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.BodyWriter.WriteAsync(AnswerLines.Problem(problem), http.RequestAborted);
    }
}
