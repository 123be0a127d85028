using System.Globalization;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EduAnalytics.Gateway.Transport.ServerSentEvents;

/// <summary>
/// graphql-sse with a single connection, for browsers that allow six a host: PUT reserves a stream and gives its token, GET
/// opens it, POST starts an operation on it, DELETE stops one.
/// </summary>
internal sealed class SharedStreamTransport(
    SharedStreams streams, HttpRequestReader reader, SharedStreamOperations operations, HttpAnswer answer, EventStreamAnswer writer)
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";

    /// <summary>A reservation, or a request that carries the token of one.</summary>
    public static bool IsMeantBy(HttpRequest request) => HttpMethods.IsPut(request.Method) || TokenOf(request) is not null;

    public Task HandleAsync(HttpContext http)
    {
        var caller = CallerKey.Of(http);
        if (HttpMethods.IsPut(http.Request.Method))
            return ReserveAsync(http, caller);
        if (streams.Find(TokenOf(http.Request)!, caller) is not { } stream)
            return RefuseAsync(http, HttpProblem.StreamNotFound);
        if (AnswerMediaNegotiation.Preferred(http.Request.Headers.Accept) == AnswerMedia.EventStream)
            return OpenAsync(http, stream);
        return http.Request.Method switch
        {
            var post when HttpMethods.IsPost(post) => StartAsync(http, stream, caller),
            var delete when HttpMethods.IsDelete(delete) => StopAsync(http, stream),
            var get when HttpMethods.IsGet(get) => StartAsync(http, stream, caller),
            var other => RefuseAsync(http, HttpProblem.MethodNotAllowed(other)),
        };
    }

    private async Task ReserveAsync(HttpContext http, CallerKey caller)
    {
        var (stream, problem) = streams.Reserve(caller);
        if (stream is null)
        {
            await RefuseAsync(http, problem!);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(stream.Token, http.RequestAborted);
    }

    private async Task OpenAsync(HttpContext http, SharedStream stream)
    {
        if (!stream.TryOpen())
        {
            await RefuseAsync(http, HttpProblem.StreamAlreadyOpen);
            return;
        }

        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping, stream.Ended);
        using var right = http.RequestServices.GetRequiredService<CallerWatch>().Follow(http.User);
        try
        {
            await writer.WriteAsync(http, stream.EventsAsync(leaving.Token, right.Ended), leaving.Token);
        }
        finally
        {
            streams.End(stream);
        }
    }

    private async Task StartAsync(HttpContext http, SharedStream stream, CallerKey caller)
    {
        var (text, problem) = await reader.ReadTextAsync(http.Request);
        if (text is null)
        {
            await RefuseAsync(http, problem!);
            return;
        }

        var (request, fault) = HttpRequestReader.Parse(text);
        if (request is null)
        {
            await RefuseAsync(http, fault!);
            return;
        }

        if (IdOf(request) is not { Length: > 0 } id)
        {
            await RefuseAsync(http, HttpProblem.BadRequest("On a shared event stream an operation needs a name of its own in extensions.operationId."));
            return;
        }

        var kinds = HttpMethods.IsGet(http.Request.Method) ? OperationKinds.QueriesAndSubscriptions : OperationKinds.All;
        var (started, refused) = await operations.StartAsync(stream, id, request, new StreamCaller(http.User, caller, kinds));
        if (started is not null)
            await answer.WriteAsync(http, started, Media(http));
        else if (refused is not null)
            await RefuseAsync(http, refused);
        else
            http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private Task StopAsync(HttpContext http, SharedStream stream)
    {
        if (http.Request.Query["operationId"] is not [{ Length: > 0 } id, ..])
            return RefuseAsync(http, HttpProblem.BadRequest("Name the operation to stop in the query string: ?operationId=…"));
        stream.Stop(id);
        http.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }

    private Task RefuseAsync(HttpContext http, HttpProblem problem) => answer.WriteAsync(http, problem, Media(http));

    private static AnswerMedia Media(HttpContext http) =>
        AnswerMediaNegotiation.Preferred(http.Request.Headers.Accept) == AnswerMedia.GraphQLResponse ? AnswerMedia.GraphQLResponse : AnswerMedia.Json;

    private static string? IdOf(OperationRequest request) =>
        request.Extensions.TryGetValue("operationId", out var id) ? Convert.ToString(id, CultureInfo.InvariantCulture) : null;

    private static string? TokenOf(HttpRequest request) =>
        request.Headers[TokenHeader] is [{ Length: > 0 } header, ..] ? header
        : request.Query["token"] is [{ Length: > 0 } parameter, ..] ? parameter
        : null;
}
