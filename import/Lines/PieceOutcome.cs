using System.Text.Json;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Import.Lines;

/// <summary>What became of one piece of a file.</summary>
/// <param name="Refusals">Each with the row of the file.</param>
/// <param name="Passing">True where a refusal is the machine's, and the same piece may well be taken a moment later.</param>
public sealed record PieceOutcome(long Lines, long Accepted, long Duplicate, long Refused, IReadOnlyList<string> Refusals, bool Passing)
{
    private static readonly HashSet<string> passing = [SubmissionErrorCodes.StoreUnavailable, "UNAVAILABLE", "TIMED_OUT", "INTERNAL"];

    /// <summary>Reads the bulk API's answers to a piece; null where they break off before their summary.</summary>
    public static PieceOutcome? Read(string answers, ImportPiece piece)
    {
        var refusals = new List<string>();
        var mayPass = false;
        foreach (var line in answers.Split('\n', StringSplitOptions.RemoveEmptyEntries))
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

        return null;
    }

    private static long Count(JsonElement summary, string name) => summary.GetProperty(name).GetInt64();
}
