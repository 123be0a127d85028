using System.Buffers;
using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Ingest.Windows;
using EduAnalytics.Gateway.Transport.Errors;

namespace EduAnalytics.Gateway.Ingest.Answers;

/// <summary>Spells the bulk API's answers, one JSON object a line.</summary>
internal static class AnswerLines
{
    // Chinese names are to be read in a terminal; the answer is never put into a page.
    private static readonly JsonWriterOptions spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>With these nothing is said against the lines: the same, sent again, may well be taken.</summary>
    private static readonly FrozenSet<string> passing = FrozenSet.Create(
        StringComparer.Ordinal, ErrorCodes.StoreUnavailable, ErrorCodes.TimedOut, ErrorCodes.TooManyRequests, ErrorCodes.Unavailable);

    public static ReadOnlyMemory<byte> Outcome<T>(GatheredSubmission<T> submission, string ownerField, SubmissionOutcome outcome) => Line(json =>
    {
        json.WriteString("submissionId", submission.Id);
        json.WriteString(ownerField, submission.Owner.Unit);
        json.WriteNumber("accepted", outcome.Accepted);
        json.WriteBoolean("duplicate", outcome.Duplicate);
        if (outcome.Version is { } version)
            json.WriteNumber("version", version);
        else
            json.WriteNull("version");
        json.WriteStartArray("errors");
        for (var i = 0; i < outcome.Errors.Length; i++)
            WriteError(json, outcome.Errors[i], submission.LineOf(outcome.Errors[i], i));
        json.WriteEndArray();
    });

    /// <summary>The last line; a stream without it was cut off.</summary>
    /// <param name="broken">Why the stream was not read to its end; null where it was.</param>
    public static ReadOnlyMemory<byte> Summary(long lines, IngestTally tally, SubmissionError? broken) => Line(json =>
    {
        json.WriteStartObject("summary");
        json.WriteBoolean("complete", broken is null);
        json.WriteNumber("lines", lines);
        json.WriteNumber("accepted", tally.Accepted);
        json.WriteNumber("duplicate", tally.Duplicate);
        json.WriteNumber("refused", tally.Refused);
        json.WriteNumber("submissions", tally.Submissions);
        json.WriteNumber("submissionsRefused", tally.SubmissionsRefused);
        if (broken is not null)
        {
            json.WriteStartArray("errors");
            WriteError(json, broken, lines + 1);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    /// <summary>The whole answer to a request whose stream was not begun.</summary>
    public static ReadOnlyMemory<byte> Problem(SubmissionError problem) => Line(json =>
    {
        json.WriteStartArray("errors");
        WriteError(json, problem, null);
        json.WriteEndArray();
    });

    private static void WriteError(Utf8JsonWriter json, SubmissionError error, long? line)
    {
        json.WriteStartObject();
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        if (line is { } number)
            json.WriteNumber("line", number);
        else
            json.WriteNull("line");
        json.WriteString("field", error.Field);
        if (passing.Contains(error.Code))
            json.WriteBoolean("retryable", true);
        json.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, spelling))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}
