using System.Text.Json;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.ServerSentEvents;

/// <summary>
/// graphql-sse with a connection for each operation: every result is a <c>next</c> event, the end is <c>complete</c>.
/// Errors before execution come as an event too, since a browser's EventSource shows nothing of a 400.
/// </summary>
internal sealed class EventStreamAnswer(
    ResultJson json, IOptions<GatewayOptions> options, TimeProvider time)
{
    /// <param name="leaving">Ends the stream; the outcome's events must end by the same token.</param>
    /// <param name="rightEnded">Ends it too, and its reader is told; the outcome's events must end by it as well.</param>
    public async Task WriteAsync(HttpContext http, OperationOutcome outcome, CancellationToken leaving, CancellationToken rightEnded)
    {
        var response = http.Response;
        response.ContentType = AnswerMedia.EventStream.ContentType();
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            // Out at once, or a client that waits for the first event would not know that it is connected.
            await response.StartAsync(leaving);
            await response.BodyWriter.FlushAsync(leaving);

            await using var results = outcome.ResultsAsync().GetAsyncEnumerator(CancellationToken.None);
            try
            {
                while (await NextAsync(response, results, leaving))
                    await WriteEventAsync(response, "next", results.Current, leaving);
            }
            catch (OperationCanceledException) when (rightEnded.IsCancellationRequested && !leaving.IsCancellationRequested)
            {
                await WriteEventAsync(response, "next", new ExecutionResult { Errors = [UnauthenticatedError.OfEndedRight()] }, leaving);
            }
            await WriteEventAsync(response, "complete", null, leaving);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The client left, or this server is stopping and the client's own retry finds the next one.
        }
    }

    /// <summary>Waits for the next result, with a comment line now and then so that no proxy takes the silence for an end.</summary>
    private async Task<bool> NextAsync(HttpResponse response, IAsyncEnumerator<ExecutionResult> results, CancellationToken leaving)
    {
        var next = results.MoveNextAsync().AsTask();
        while (true)
        {
            using var waited = CancellationTokenSource.CreateLinkedTokenSource(leaving);
            var silence = Task.Delay(TimeSpan.FromSeconds(options.Value.KeepAliveSeconds), time, waited.Token);
            // When leaving, the events end by themselves; disposing them under a pending move would throw.
            if (await Task.WhenAny(next, silence) == next || leaving.IsCancellationRequested)
            {
                await waited.CancelAsync();
                return await next;
            }
            await response.WriteAsync(":\n\n", leaving);
        }
    }

    private async Task WriteEventAsync(HttpResponse response, string name, ExecutionResult? result, CancellationToken leaving)
    {
        var body = response.BodyWriter;
        await response.WriteAsync($"event: {name}\ndata: ", leaving);
        if (result is not null)
            await using (var writer = new Utf8JsonWriter(body, ResultJson.WriterOptions))
                json.Write(writer, result);
        await response.WriteAsync("\n\n", leaving);
        await body.FlushAsync(leaving);
    }
}
