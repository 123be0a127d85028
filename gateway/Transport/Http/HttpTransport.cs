using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.ServerSentEvents;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>GraphQL over HTTP: POST for everything, GET for what only reads, one JSON answer or an event stream.</summary>
internal sealed class HttpTransport(HttpRequestReader reader, SingleAnswers answers, StreamedAnswers streams, HttpAnswer answer)
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
        var (text, problem) = await reader.ReadTextAsync(http.Request);
        if (text is not null && media != AnswerMedia.EventStream && await answers.TryGiveKeptAsync(http, text, media))
            return;
        var (request, fault) = text is null ? (null, problem) : HttpRequestReader.Parse(text);
        if (request is null)
            await answer.WriteAsync(http, fault!, media == AnswerMedia.EventStream ? AnswerMedia.Json : media);
        else if (media == AnswerMedia.EventStream)
            await streams.WriteAsync(http, request, kinds);
        else
            await answers.WriteAsync(http, text!, request, media, kinds);
    }

    private static OperationKinds Kinds(bool isGet, AnswerMedia media) => (isGet, media) switch
    {
        (true, AnswerMedia.EventStream) => OperationKinds.QueriesAndSubscriptions,
        (true, _) => OperationKinds.QueriesOnly,
        (false, AnswerMedia.EventStream) => OperationKinds.All,
        (false, _) => OperationKinds.QueriesAndMutations,
    };
}
