using System.Globalization;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Ingest.Answers;
using EduAnalytics.Gateway.Transport;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Elsewhere;

/// <summary>
/// For a site that passes requests on to a gateway elsewhere: what it answers where the gateway broke off before it answered,
/// none is there, or a request is longer than the site can keep. Each address tells it in the form in which it tells its other errors.
/// </summary>
public static class UnansweredRequests
{
    private const string Lost = "The gateway did not answer.";
    private const string Kept = "The gateway did not answer to the end. What it had stored by then stays:";

    /// <summary>By then the site asks another gateway, where there is one.</summary>
    private static readonly TimeSpan wait = TimeSpan.FromSeconds(1);

    private static readonly HttpProblem tooLong = new(
        StatusCodes.Status413PayloadTooLarge,
        ErrorCodes.RequestTooLarge,
        "The body is longer than one may be that does not say its length first. Send it with a Content-Length, or less of it.");

    private static readonly HttpAnswer operations = new(new ResultJson(new ErrorDescription()));

    /// <summary>Writes the answer's body.</summary>
    /// <param name="http">Its status is set, and nothing of its answer is on its way.</param>
    public static async Task Tell(HttpContext http)
    {
        var problem = http.Response.StatusCode == StatusCodes.Status413PayloadTooLarge ? tooLong : ProblemOf(http);
        http.Response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } pause)
            http.Response.Headers.RetryAfter = HttpProblem.Seconds(pause).ToString(CultureInfo.InvariantCulture);
        await (FormOf(http.Request.Path) switch
        {
            Form.Operation => operations.WriteAsync(http, problem, MediaFor(http.Request)),
            Form.Export => ExportProblem.Of(problem).AsResult().ExecuteAsync(http),
            Form.Lines or Form.File => RefusedRequest.Tell(http, problem.Status, new SubmissionError(problem.Code, problem.Message)),
            _ => http.Response.WriteAsync(problem.Message, http.RequestAborted),
        });
    }

    private static HttpProblem ProblemOf(HttpContext http) => new(
        http.Response.StatusCode,
        http.Response.StatusCode == StatusCodes.Status504GatewayTimeout ? ErrorCodes.TimedOut : ErrorCodes.Unavailable,
        FormOf(http.Request.Path) switch
        {
            Form.Operation => $"{Lost} Whether anything was written is unknown. Ask again: a submission sent again under its id counts once.",
            Form.Lines => $"{Kept} send the same stream again under the same submission id, and nothing counts twice.",
            Form.File => $"{Kept} send the same file again, and nothing counts twice.",
            _ => $"{Lost} Ask again.",
        })
    { RetryAfter = wait };

    private static Form FormOf(PathString path) =>
        path.StartsWithSegments("/graphql", StringComparison.Ordinal) ? Form.Operation
        : path.StartsWithSegments("/export", StringComparison.Ordinal) ? Form.Export
        : path.StartsWithSegments("/ingest", StringComparison.Ordinal) ? Form.Lines
        : path.StartsWithSegments("/import", StringComparison.Ordinal) ? Form.File
        : Form.Text;

    private static AnswerMedia MediaFor(HttpRequest request) =>
        AnswerMediaNegotiation.Preferred(request.Headers.Accept) == AnswerMedia.GraphQLResponse ? AnswerMedia.GraphQLResponse : AnswerMedia.Json;

    /// <summary>How an address tells its errors.</summary>
    private enum Form
    {
        Operation,
        Export,
        Lines,
        File,

        /// <summary>What a person reads in a browser.</summary>
        Text,
    }
}
