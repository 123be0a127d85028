using System.Runtime.CompilerServices;
using System.Text.Json;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.ServerSentEvents;

/// <summary>
/// Writes an event stream as graphql-sse has it: every result is a <c>next</c> event, an operation's end is <c>complete</c>.
/// Errors before execution come as an event too, since a browser's EventSource shows nothing of a 400.
/// </summary>
internal sealed class EventStreamAnswer(
    ResultJson json, IOptions<GatewayOptions> options, TimeProvider time)
{
    /// <summary>One operation's results.</summary>
    /// <param name="leaving">Ends the stream; the outcome's events must end by the same token.</param>
    /// <param name="rightEnded">Ends it too, and its reader is told; the outcome's events must end by it as well.</param>
    public Task WriteAsync(HttpContext http, OperationOutcome outcome, CancellationToken leaving, CancellationToken rightEnded) =>
        WriteAsync(http, EventsOf(outcome, leaving, rightEnded), leaving);

    /// <summary>The events of any operations, as they come.</summary>
    /// <param name="leaving">Ends the stream; the events must end by the same token.</param>
    public async Task WriteAsync(HttpContext http, IAsyncEnumerable<StreamEvent> events, CancellationToken leaving)
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

            await using var next = events.GetAsyncEnumerator(CancellationToken.None);
            while (await NextAsync(response, next, leaving))
                await WriteEventAsync(response, next.Current, leaving);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The client left, or this server is stopping and the client's own retry finds the next one.
        }
    }

    /// <summary>Waits for the next event, with a comment line now and then so that no proxy takes the silence for an end.</summary>
    private async Task<bool> NextAsync(HttpResponse response, IAsyncEnumerator<StreamEvent> events, CancellationToken leaving)
    {
        var next = events.MoveNextAsync().AsTask();
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

    private static async IAsyncEnumerable<StreamEvent> EventsOf(
        OperationOutcome outcome, [EnumeratorCancellation] CancellationToken leaving, CancellationToken rightEnded)
    {
        await using var results = outcome.ResultsAsync().GetAsyncEnumerator(CancellationToken.None);
        for (var ended = false; !ended;)
        {
            ExecutionResult? result = null;
            try
            {
                ended = !await results.MoveNextAsync();
                result = ended ? null : results.Current;
            }
            catch (OperationCanceledException) when (rightEnded.IsCancellationRequested && !leaving.IsCancellationRequested)
            {
                ended = true;
                result = new ExecutionResult { Errors = [UnauthenticatedError.OfEndedRight()] };
            }

            if (result is not null)
                yield return new StreamEvent(null, result);
        }

        yield return new StreamEvent(null, null);
    }

    private async Task WriteEventAsync(HttpResponse response, StreamEvent told, CancellationToken leaving)
    {
        var body = response.BodyWriter;
        await response.WriteAsync($"event: {(told.IsComplete ? "complete" : "next")}\ndata: ", leaving);
        if (told is not { Operation: null, Result: null })
            await using (var writer = new Utf8JsonWriter(body, ResultJson.WriterOptions))
                WriteData(writer, told);
        await response.WriteAsync("\n\n", leaving);
        await body.FlushAsync(leaving);
    }

    /// <summary>On a stream of many operations each event says whose it is.</summary>
    private void WriteData(Utf8JsonWriter writer, StreamEvent told)
    {
        if (told.Operation is not { } operation)
        {
            json.Write(writer, told.Result!);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", operation);
        if (told.Result is { } result)
        {
            writer.WritePropertyName("payload");
            json.Write(writer, result);
        }

        writer.WriteEndObject();
    }
}
