using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Ingest.Answers;
using EduAnalytics.Gateway.Ingest.Lines;
using EduAnalytics.Gateway.Ingest.Windows;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Ingest;

/// <summary>Reads one stream line by line, sends its windows' submissions, and answers each as it is durable.</summary>
internal sealed class IngestStream<T>(
    IngestRequest request,
    ILineFormat<T> format,
    IngestOptions options,
    IngestDecisions decisions,
    AnswerSink answers) : IDisposable
{
    private const string Malformed = "MALFORMED_LINE";

    private readonly SubmissionWindow<T> window = new(request);
    private readonly SubmissionsInFlight inFlight = new(options.SubmissionsInFlight);
    private readonly TextPool texts = new();
    private readonly IngestTally tally = new();
    private long lines;
    private bool windowEnds;
    private bool tooLong;

    /// <summary>Ends when every submission of the stream has been answered, with the summary as the last answer.</summary>
    public async Task Run(PipeReader body, CancellationToken leaving)
    {
        SubmissionError? broken;
        try
        {
            broken = await ReadAll(body, leaving);
        }
        catch (BadHttpRequestException fault)
        {
            // Longer than allowed, or cut off by the sender; the unfinished window stays unsent.
            broken = new SubmissionError("BAD_REQUEST", $"The stream was not read to its end: {fault.Message}");
        }
        catch
        {
            // The sender has left: what was handed to the silo is brought to its end before its bookkeeping goes.
            await inFlight.Drain().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await inFlight.Drain();
        await answers(AnswerLines.Summary(lines, tally, broken), leaving);
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public void Dispose() => inFlight.Dispose();

    private async Task<SubmissionError?> ReadAll(PipeReader body, CancellationToken leaving)
    {
        while (true)
        {
            var read = await body.ReadAsync(leaving);
            var rest = read.Buffer;
            while (TakeLines(ref rest, read.IsCompleted))
                await SendWindow(leaving);
            tooLong |= rest.Length > options.MaxLineBytes;
            body.AdvanceTo(rest.Start, rest.End);
            if (tooLong)
            {
                return new SubmissionError(
                    SubmissionErrorCodes.TooLarge, $"The line has more than {options.MaxLineBytes} bytes; the stream was not read on.");
            }

            if (!read.IsCompleted)
                continue;
            await SendWindow(leaving);
            return null;
        }
    }

    /// <returns>True where a window is to be sent before reading on.</returns>
    private bool TakeLines(ref ReadOnlySequence<byte> rest, bool isLast)
    {
        while (!windowEnds && !tooLong && TryTakeLine(ref rest, isLast, out var line))
        {
            if (line.Length > options.MaxLineBytes)
            {
                tooLong = true;
                break;
            }

            lines++;
            if (lines == 1 && line.Length >= ByteOrderMark.Length && line.Slice(0, ByteOrderMark.Length).ToArray().AsSpan().SequenceEqual(ByteOrderMark))
                line = line.Slice(ByteOrderMark.Length);
            if (IsBlank(line))
                windowEnds = true;
            else
                Read(line);
            windowEnds |= window.IsFull;
        }

        var ends = windowEnds;
        windowEnds = false;
        return ends;
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        // The last line may lack its line end.
        line = isLast ? rest : default;
        rest = isLast ? rest.Slice(rest.End) : rest;
        return !line.IsEmpty;
    }

    private void Read(ReadOnlySequence<byte> text)
    {
        JsonLine line = default;
        try
        {
            line = new JsonLine(text, lines);
            var (owner, value) = format.Read(ref line, texts);
            if (owner is { } known && value is not null)
                window.Add(lines, known, value);
            else
                window.Refuse(lines, line.OtherUnits is null ? owner : null, [line.Unit, .. line.OtherUnits ?? []], line.Fault!);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The other of the two is the JSON reader's word for text that is not UTF-8.
            var place = (fault as JsonException)?.BytePositionInLine is { } at ? $" at byte {at + 1}" : "";
            window.Refuse(lines, null, [line.Unit, .. line.OtherUnits ?? []], new LineFault(Malformed, $"The line is broken{place}; one JSON object a line, in UTF-8, was expected.", null));
        }
    }

    private async Task SendWindow(CancellationToken leaving)
    {
        if (window.IsEmpty)
            return;
        foreach (var submission in window.Take())
            await inFlight.Start(submission.Owner.Unit, () => Send(submission, leaving), leaving);
    }

    private async Task Send(GatheredSubmission<T> submission, CancellationToken leaving)
    {
        var outcome = await decisions.Decide(submission, format);
        tally.Add(submission.LineCount, outcome);
        await answers(AnswerLines.Outcome(submission, format.OwnerField, outcome), leaving);
    }

    private static bool IsBlank(in ReadOnlySequence<byte> line) =>
        line.IsEmpty || (line.Length == 1 && line.FirstSpan[0] == (byte)'\r');
}
