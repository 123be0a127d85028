namespace EduAnalytics.Journal;

/// <summary>That a submission was accepted, as which entry and when.</summary>
/// <param name="SubmissionId">The sender's name for the submission.</param>
/// <param name="ContentHash">Fingerprint of the accepted content; another one under the same id is the sender's error.</param>
/// <param name="Sequence">The org unit's entry that holds it.</param>
/// <param name="AcceptedAt">When it was accepted, in UTC.</param>
public sealed record SubmissionReceipt(
    string SubmissionId,
    string ContentHash,
    long Sequence,
    DateTimeOffset AcceptedAt);
