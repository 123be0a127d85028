using System.Text.Json;
using EduAnalytics.Gateway.Access;
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
    ResultJson json, CallerWatch watch, IOptions<GatewayOptions> options, TimeProvider time)
{
    /// <param name="run">Runs the operation; its events must end by the token that it is given.</param>
    /// <param name="leaving">Ends the stream. The end of the reader's right does so too, and the reader is told.</param>
    public async Task WriteAsync(HttpContext http, Func<CancellationToken, Task<OperationOutcome>> run, CancellationToken leaving)
    {
        using var right = watch.Follow(http.User);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(leaving, right.Ended);
        var outcome = await run(ending.Token);
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
            catch (OperationCanceledException) when (right.Ended.IsCancellationRequested && !leaving.IsCancellationRequested)
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
