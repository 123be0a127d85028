using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Ingest.Answers;

/// <summary>Takes one answer line; may wait while too many wait already.</summary>
internal delegate ValueTask AnswerSink(ReadOnlyMemory<byte> answer, CancellationToken cancellationToken);

/// <summary>
/// Writes answers as they come and sends them at once. The writing has a task of its own: a client that reads its answers
/// only when all is sent (which is how HTTP libraries mostly work) must not bring the reading to a halt.
/// </summary>
internal sealed class AnswerStream
{
    /// <summary>Some tens of megabytes of answers, from when on a client that never reads is made to.</summary>
    private const int MostWaiting = 100_000;

    private readonly Channel<ReadOnlyMemory<byte>> answers = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly Task writing;

    public AnswerStream(HttpResponse response, CancellationToken leaving) => writing = Write(response.BodyWriter, leaving);

    public ValueTask Add(ReadOnlyMemory<byte> answer, CancellationToken cancellationToken) => answers.Writer.WriteAsync(answer, cancellationToken);

    /// <summary>Ends when all answers are on their way.</summary>
    public Task Complete()
    {
        answers.Writer.TryComplete();
        return writing;
    }

    private async Task Write(PipeWriter writer, CancellationToken leaving)
    {
        // The header goes out before the first answer, so that a sender who waits for it begins to send.
        await writer.FlushAsync(leaving);
        while (await answers.Reader.WaitToReadAsync(leaving))
        {
            while (answers.Reader.TryRead(out var answer))
                await writer.WriteAsync(answer, leaving);
            await writer.FlushAsync(leaving);
        }
    }
}
