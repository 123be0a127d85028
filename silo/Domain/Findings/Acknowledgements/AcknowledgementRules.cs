using System.Collections.Immutable;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Findings.Acknowledgements;

/// <summary>What makes a word on a finding impossible.</summary>
public static class AcknowledgementRules
{
    public const int LongestNote = 2_000;

    public static ImmutableArray<SubmissionError> Check(AcknowledgementSubmission submission)
    {
        var errors = new SubmissionErrors(submission.Id, 1);
        if (string.IsNullOrWhiteSpace(submission.Note) || submission.Note.Length > LongestNote)
            errors.Add(SubmissionErrorCodes.Missing, $"Say in 1 to {LongestNote} characters why the finding may stand, or what is being done.", null, "note");
        if (submission.Standing is not { } standing)
            errors.Add(SubmissionErrorCodes.UnknownFinding, "No such finding stands: its figures may have been corrected. Read the findings again.", null, "finding");
        else if (submission.Seen is { } seen && !seen.AsSpan().SequenceEqual(standing.Values.AsSpan()))
            errors.Add(SubmissionErrorCodes.FindingChanged, "The finding's numbers have changed since they were read. Read it again.", null, "seen");
        return errors.ToImmutable();
    }

    public static ImmutableArray<SubmissionError> Check(WithdrawalSubmission submission, AcknowledgedFindings acknowledged)
    {
        var errors = new SubmissionErrors(submission.Id, 1);
        if (!acknowledged.Contains(submission.Finding))
            errors.Add(SubmissionErrorCodes.UnknownFinding, "Nobody has acknowledged this finding, or it was withdrawn already.", null, "finding");
        return errors.ToImmutable();
    }
}
