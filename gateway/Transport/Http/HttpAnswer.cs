using System.Globalization;
using System.Text.Json;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.KeptAnswers;
using EduAnalytics.Gateway.Transport.Limits;
using GraphQL;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>Writes one JSON answer with the status that GraphQL over HTTP gives it.</summary>
internal sealed class HttpAnswer(ResultJson json)
{
    public Task WriteAsync(HttpContext http, ExecutionResult result, AnswerMedia media) =>
        WriteAsync(http, result, media, StatusOf(result, media));

    public Task WriteAsync(HttpContext http, HttpProblem problem, AnswerMedia media)
    {
        if (problem.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = HttpProblem.Seconds(wait).ToString(CultureInfo.InvariantCulture);
        return WriteAsync(http, problem.AsResult(), media, problem.Status);
    }

    /// <summary>Writes an answer that holds for as long as nothing behind it changes: a client may keep it and ask whether it does.</summary>
    public static async Task WriteAsync(HttpContext http, KeptAnswer kept, AnswerMedia media)
    {
        var response = http.Response;
        response.Headers.Vary = "Accept, Authorization, Cookie";
        response.Headers.XContentTypeOptions = "nosniff";
        var isGet = HttpMethods.IsGet(http.Request.Method);
        response.Headers.CacheControl = isGet ? "private, no-cache" : "no-store";
        if (isGet)
            response.Headers.ETag = kept.ETag;
        if (isGet && IsKnown(http.Request.Headers.IfNoneMatch, kept.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = media.ContentType();
        response.ContentLength = kept.Body.Length;
        await response.BodyWriter.WriteAsync(kept.Body, http.RequestAborted);
    }

    private static bool IsKnown(StringValues known, string tag) =>
        known.Count > 0 && EntityTagHeaderValue.TryParseList(known!, out var tags)
        && tags.Any(one => one == EntityTagHeaderValue.Any || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));

    private async Task WriteAsync(HttpContext http, ExecutionResult result, AnswerMedia media, int status)
    {
        var response = http.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.IsGet(http.Request.Method) ? "POST" : "GET, POST";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept";
        response.ContentType = media.ContentType();
        await using (var writer = new Utf8JsonWriter(response.BodyWriter, ResultJson.WriterOptions))
            json.Write(writer, result);
        await response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private static int StatusOf(ExecutionResult result, AnswerMedia media)
    {
        if (result.Executed || result.Errors is not [var error, ..])
            return StatusCodes.Status200OK;
        return error switch
        {
            OperationKindError => StatusCodes.Status405MethodNotAllowed,
            InternalError or UnhandledError => StatusCodes.Status500InternalServerError,
            LimitExceededError { Code: ErrorCodes.TimedOut } => StatusCodes.Status504GatewayTimeout,
            _ => media == AnswerMedia.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
