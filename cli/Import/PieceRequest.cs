using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Import;

namespace EduAnalytics.Cli.Import;

/// <summary>One request to the bulk API and what its answers say.</summary>
internal static class PieceRequest
{
    private static readonly HashSet<string> passing = [SubmissionErrorCodes.StoreUnavailable, "TIMED_OUT", "INTERNAL"];

    /// <exception cref="HttpRequestException">Nobody answered, or the answer broke off.</exception>
    /// <exception cref="SendingFailedException">What answers is no bulk API.</exception>
    public static async Task<PieceOutcome> Send(HttpClient http, ImportKind kind, FilePiece piece)
    {
        using var content = new ReadOnlyMemoryContent(piece.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await http.PostAsync(new Uri($"/ingest/{AddressOf(kind)}?submission={piece.Name}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new SendingFailedException($"{answer.RequestMessage!.RequestUri} answers {(int)answer.StatusCode}: {text}");
        return Read(text, piece);
    }

    private static string AddressOf(ImportKind kind) => kind switch
    {
        ImportKind.Figures => "figures",
        ImportKind.Enrolment => "enrolment",
        ImportKind.Fitness => "fitness",
        _ => "org-units",
    };

    private static PieceOutcome Read(string text, FilePiece piece)
    {
        var refusals = new List<string>();
        var mayPass = false;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var answer = JsonDocument.Parse(line);
            if (answer.RootElement.TryGetProperty("summary", out var summary))
            {
                return new PieceOutcome(
                    piece.Lines, Count(summary, "accepted"), Count(summary, "duplicate"), Count(summary, "refused"), refusals, mayPass);
            }

            foreach (var error in answer.RootElement.GetProperty("errors").EnumerateArray())
            {
                mayPass |= passing.Contains(error.GetProperty("code").GetString()!);
                var row = error.GetProperty("line") is { ValueKind: JsonValueKind.Number } at ? $"row {piece.RowOf(at.GetInt64())}: " : "";
                refusals.Add(row + error.GetProperty("message").GetString());
            }
        }

        throw new HttpRequestException("the answer broke off before its summary");
    }

    private static long Count(JsonElement summary, string name) => summary.GetProperty(name).GetInt64();
}
