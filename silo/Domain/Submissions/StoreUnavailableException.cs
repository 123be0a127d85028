namespace EduAnalytics.Domain.Submissions;

/// <summary>
/// What keeps the submissions cannot be read or written at the moment. Known here so that whoever answers a sender can
/// tell him whether to come again, without knowing what the store is.
/// </summary>
public abstract class StoreUnavailableException(string message, Exception? cause) : Exception(message, cause)
{
    /// <summary>Whether the same call, unchanged, may succeed once the store is back.</summary>
    public abstract bool Retryable { get; }

    /// <summary>The failure as the answer to a submission.</summary>
    public SubmissionOutcome ToOutcome() => SubmissionOutcome.OfRefused(
    [
        Retryable
            ? new SubmissionError(
                SubmissionErrorCodes.StoreUnavailable,
                "The journal cannot be used at the moment; send the same submission again, it cannot be counted twice.")
            : new SubmissionError(
                SubmissionErrorCodes.StoreDamaged,
                "The journal is damaged and must be restored; the submission was not kept."),
    ]);
}
