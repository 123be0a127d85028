using System.Collections.Immutable;

namespace EduAnalytics.Domain.Submissions;

/// <summary>Gathers what is wrong with a submission, so that the sender learns all of it at once.</summary>
internal sealed class SubmissionErrors
{
    public const int LongestId = 128;
    public const int MostLines = 20_000;

    /// <summary>A file sent for the wrong school is wrong in every line; the first hundred tell that.</summary>
    private const int MostErrors = 100;

    private readonly ImmutableArray<SubmissionError>.Builder errors = ImmutableArray.CreateBuilder<SubmissionError>();

    public SubmissionErrors(string submissionId, int lines)
    {
        if (string.IsNullOrWhiteSpace(submissionId) || submissionId.Length > LongestId || submissionId.Any(char.IsControl))
            Add(SubmissionErrorCodes.Missing, $"Name the submission with 1 to {LongestId} printable characters.", null, "submissionId");
        if (lines == 0)
            Add(SubmissionErrorCodes.Empty, "The submission has no lines.", null, null);
        if (lines > MostLines)
            Add(SubmissionErrorCodes.TooLarge, $"A submission has at most {MostLines} lines; {lines} were given. Send it in parts.", null, null);
    }

    public void Add(string code, string message, int? index, string? field)
    {
        if (errors.Count < MostErrors)
            errors.Add(new SubmissionError(code, message, index, field));
    }

    public ImmutableArray<SubmissionError> ToImmutable() => errors.ToImmutable();
}
