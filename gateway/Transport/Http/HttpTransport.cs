using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.KeptAnswers;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.ServerSentEvents;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>GraphQL over HTTP: POST for everything, GET for what only reads, one JSON answer or an event stream.</summary>
internal sealed class HttpTransport(
    HttpRequestReader reader, OperationRunner runner, AnswerStore kept, HttpAnswer answer, EventStreamAnswer stream, IHostApplicationLifetime lifetime)
{
    public async Task HandleAsync(HttpContext http)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        var media = AnswerMediaNegotiation.Preferred(http.Request.Headers.Accept);
        if (!isGet && !HttpMethods.IsPost(http.Request.Method))
        {
            await answer.WriteAsync(http, HttpProblem.MethodNotAllowed(http.Request.Method), AnswerMedia.Json);
            return;
        }
        // A link to a query, opened in a browser, shows its data.
        if (media == AnswerMedia.Page)
            media = isGet ? AnswerMedia.Json : null;
        if (media is not { } chosen)
        {
            await answer.WriteAsync(http, HttpProblem.NotAcceptable, AnswerMedia.Json);
            return;
        }
        await RunAsync(http, chosen, Kinds(isGet, chosen));
    }

    private async Task RunAsync(HttpContext http, AnswerMedia media, OperationKinds kinds)
    {
        var problemMedia = media == AnswerMedia.EventStream ? AnswerMedia.Json : media;
        var (text, problem) = await reader.ReadTextAsync(http.Request);
        if (text is null)
        {
            await answer.WriteAsync(http, problem!, problemMedia);
            return;
        }

        var key = AnswerKey.Of(text, media, HttpMethods.IsGet(http.Request.Method), Caller.Of(http.User).RightsKey);
        if (kept.TryFind(key, out var known))
        {
            await HttpAnswer.WriteAsync(http, known, media);
            return;
        }

        var (request, fault) = HttpRequestReader.Parse(text);
        if (request is null)
            await answer.WriteAsync(http, fault!, problemMedia);
        else if (media == AnswerMedia.EventStream)
            await StreamAsync(http, request, kinds);
        else
            await AnswerAsync(http, request, kinds, key);
    }

    private async Task StreamAsync(HttpContext http, OperationRequest request, OperationKinds kinds)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var outcome = await runner.RunAsync(request, CallerOf(http), kinds, leaving.Token);
        await stream.WriteAsync(http, outcome, leaving.Token);
    }

    private async Task AnswerAsync(HttpContext http, OperationRequest request, OperationKinds kinds, AnswerKey key)
    {
        var madeAt = kept.Now;
        var reads = GrainReads.Begin();
        var result = (await runner.RunAsync(request, CallerOf(http), kinds, http.RequestAborted)).Result;
        if (kept.IsOn && result is { Executed: true, Errors: null, Operation.Operation: OperationType.Query })
            await HttpAnswer.WriteAsync(http, kept.Keep(key, answer.BytesOf(result), madeAt, reads), key.Media);
        else
            await answer.WriteAsync(http, result, key.Media);
    }

    private static OperationCaller CallerOf(HttpContext http) => new(http.User, http.RequestServices);

    private static OperationKinds Kinds(bool isGet, AnswerMedia media) => (isGet, media) switch
    {
        (true, AnswerMedia.EventStream) => OperationKinds.QueriesAndSubscriptions,
        (true, _) => OperationKinds.QueriesOnly,
        (false, AnswerMedia.EventStream) => OperationKinds.All,
        (false, _) => OperationKinds.QueriesAndMutations,
    };
}
