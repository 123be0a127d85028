using System.Text;
using System.Text.Json;
using EduAnalytics.Cli.Simulate;

namespace EduAnalytics.Cli.Torture.Doors;

/// <summary>The bulk API, a stream for each submission, at one gateway after another.</summary>
internal sealed class BulkDoor(HttpClient http, IReadOnlyList<Uri> gateways) : ISubmissionDoor
{
    /// <summary>Whatever was sent is safe to send again, as each of these says in its sentence.</summary>
    private static readonly HashSet<string> retryable = new(StringComparer.Ordinal) { "STORE_UNAVAILABLE", "UNAVAILABLE", "TIMED_OUT" };

    private int asked;

    public async Task<SubmissionAnswer> Send(TorturedSubmission submission)
    {
        var answers = await Post(submission.Bulk.Kind, submission.Id, submission.Bulk.Lines);

        // The lines are of one school and fewer than a submission may have: one answer, and the summary.
        if (answers is not [var answer, var summary] || !summary.TryGetProperty("summary", out _))
            throw new EndpointException($"The bulk API answered {submission.Id} with {answers.Count} lines and not with an answer and a summary.");
        var errors = answer.GetProperty("errors");
        var isRefused = errors.GetArrayLength() > 0;
        return new SubmissionAnswer(
            answer.GetProperty("accepted").GetInt32(),
            answer.GetProperty("duplicate").GetBoolean(),
            isRefused ? errors[0].GetProperty("message").GetString() : null,
            isRefused && retryable.Contains(errors[0].GetProperty("code").GetString()!));
    }

    /// <returns>The lines of the answer.</returns>
    /// <exception cref="EndpointException">No answer came, or it broke off.</exception>
    public async Task<IReadOnlyList<JsonElement>> Post(string kind, string stream, IEnumerable<object> lines)
    {
        var address = new Uri(gateways[asked++ % gateways.Count], $"/ingest/{kind}?submission={stream}");
        using var body = new StringContent(string.Join('\n', lines.Select(line => JsonSerializer.Serialize(line))), Encoding.UTF8, "application/x-ndjson");
        try
        {
            using var answer = await http.PostAsync(address, body);
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode)
                throw new EndpointException($"{address} answers {(int)answer.StatusCode}.");
            return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            throw new EndpointException($"{address} did not answer to the end. ({fault.Message})", fault);
        }
    }
}
