using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Rates;
using EduAnalytics.Gateway.Transport.ServerSentEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>GraphQL over HTTP: POST for everything, GET for what only reads, one JSON answer or an event stream.</summary>
internal sealed class HttpTransport(
    HttpRequestReader reader, OperationRunner runner, HttpAnswer answer, EventStreamAnswer stream, IHostApplicationLifetime lifetime)
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
        var (request, problem) = await reader.ReadAsync(http.Request);
        if (request is null)
        {
            await answer.WriteAsync(http, problem!, media == AnswerMedia.EventStream ? AnswerMedia.Json : media);
            return;
        }
        var caller = new OperationCaller(http.User, http.RequestServices, CallerKey.Of(http));
        if (media == AnswerMedia.EventStream)
        {
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
            await stream.WriteAsync(http, await runner.RunAsync(request, caller, kinds, leaving.Token), leaving.Token);
        }
        else
        {
            var outcome = await runner.RunAsync(request, caller, kinds, http.RequestAborted);
            await answer.WriteAsync(http, outcome.Result, media);
        }
    }

    private static OperationKinds Kinds(bool isGet, AnswerMedia media) => (isGet, media) switch
    {
        (true, AnswerMedia.EventStream) => OperationKinds.QueriesAndSubscriptions,
        (true, _) => OperationKinds.QueriesOnly,
        (false, AnswerMedia.EventStream) => OperationKinds.All,
        (false, _) => OperationKinds.QueriesAndMutations,
    };
}
