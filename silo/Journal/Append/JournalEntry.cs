namespace EduAnalytics.Journal;

/// <summary>One accepted submission.</summary>
/// <param name="OrgUnit">Code of the org unit that decided, such as <c>230404-yifu-primary</c>.</param>
/// <param name="Sequence">Place among the org unit's entries: 1, 2, 3, … without gaps.</param>
/// <param name="SubmissionId">The sender's name for the submission; unique within the org unit.</param>
/// <param name="ContentHash">Fingerprint of what was sent: tells a repetition from another content under the same id.</param>
/// <param name="Kind">What the payload is, for the codec that reads it.</param>
/// <param name="AcceptedAt">When it was accepted. Kept as an instant to 100 ns; read back in UTC.</param>
/// <param name="Payload">
/// The events, encoded by the caller; at most <see cref="MaxPayloadBytes"/>. Must not be changed until the append has completed.
/// </param>
public sealed record JournalEntry(
    string OrgUnit,
    long Sequence,
    string SubmissionId,
    string ContentHash,
    string Kind,
    DateTimeOffset AcceptedAt,
    ReadOnlyMemory<byte> Payload)
{
    /// <summary>16 MiB: a larger submission would hold up everyone who shares its commit; it must come in parts.</summary>
    public const int MaxPayloadBytes = 16 << 20;
}
