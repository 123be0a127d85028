using System.Collections.Immutable;

namespace EduAnalytics.Domain.Submissions;

/// <summary>Why a line was refused.</summary>
/// <param name="Code">A stable word for programs, <see cref="SubmissionErrorCodes"/>.</param>
/// <param name="Message">A sentence for the sender: what was given and what was expected.</param>
/// <param name="Index">The line, counted from 0; null where the error is the whole submission's.</param>
/// <param name="Field">The line's field, as the API names it.</param>
public sealed record SubmissionError(string Code, string Message, int? Index = null, string? Field = null)
{
    /// <summary>True where the same submission, unchanged, may be accepted later: nothing is wrong with it.</summary>
    public bool Retryable => Code == SubmissionErrorCodes.StoreUnavailable;
}

/// <summary>What became of a submission: either all of it is on disk, or nothing is and the errors say why.</summary>
public sealed record SubmissionOutcome
{
    private SubmissionOutcome(int accepted, bool duplicate, long? version, ImmutableArray<SubmissionError> errors)
    {
        Accepted = accepted;
        Duplicate = duplicate;
        Version = version;
        Errors = errors;
    }

    /// <summary>Lines on disk by this submission; a duplicate tells what the first sending brought.</summary>
    public int Accepted { get; }

    /// <summary>True where the same submission had been accepted before.</summary>
    public bool Duplicate { get; }

    /// <summary>The org unit's version with the submission in it; null where it was refused.</summary>
    public long? Version { get; }

    public ImmutableArray<SubmissionError> Errors { get; }

    public bool Refused => !Errors.IsEmpty;

    public static SubmissionOutcome OfAccepted(int lines, long version) => new(lines, false, version, []);

    public static SubmissionOutcome OfDuplicate(int lines, long version) => new(lines, true, version, []);

    public static SubmissionOutcome OfRefused(ImmutableArray<SubmissionError> errors) =>
        errors.IsDefaultOrEmpty
            ? throw new ArgumentException("A refusal says why.", nameof(errors))
            : new(0, false, null, errors);
}
