namespace EduAnalytics.Journal;

/// <summary>
/// The accepted submissions of every org unit, in order, on disk; and the latest snapshot of each org unit.
/// Truth is here: what is not in the journal did not happen. Safe for concurrent use by all grains of a silo.
/// </summary>
/// <remarks>
/// Every member may throw <see cref="JournalUnavailableException"/> when the store cannot be used;
/// the journal recovers by itself, so a later call may succeed.
/// </remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary>
    /// Adds an entry as the org unit's next one. Completes only when the entry is durable, or was refused.
    /// Entries of all org units that wait at the same time share one commit.
    /// </summary>
    /// <param name="entry">Its <see cref="JournalEntry.Sequence"/> must be the org unit's head + 1.</param>
    /// <param name="ct">Honoured while the entry waits for room in the queue; a queued entry is not withdrawn.</param>
    /// <exception cref="JournalUnavailableException">
    /// The commit failed. The entry was not acknowledged, but it may still be found after a crash (the failure can
    /// lie between writing and the disk's confirmation): read the head again, and send the same submission id.
    /// </exception>
    ValueTask<AppendOutcome> AppendAsync(JournalEntry entry, CancellationToken ct);

    /// <summary>
    /// The org unit's entries after <paramref name="afterSequence"/> (0: from the first), in sequence order without
    /// gaps. Entries appended while the reader is on the way may be included.
    /// </summary>
    IAsyncEnumerable<JournalEntry> ReplayAsync(string orgUnit, long afterSequence, CancellationToken ct);

    /// <summary>
    /// The org unit's entries as the journal stood at a moment: from the first up to, and without, the first one that was
    /// accepted later. Always a state that the org unit was in, also where the clock was once put back: an entry that
    /// followed a later one is not there before it.
    /// </summary>
    /// <param name="orgUnit">Code of the org unit.</param>
    /// <param name="acceptedUntil">The moment; an entry accepted at it is included.</param>
    IAsyncEnumerable<JournalEntry> ReplayUntilAsync(string orgUnit, DateTimeOffset acceptedUntil, CancellationToken ct);

    /// <summary>The receipt of an accepted submission, or null when this org unit has none with that id.</summary>
    ValueTask<SubmissionReceipt?> FindSubmissionAsync(string orgUnit, string submissionId, CancellationToken ct);

    /// <summary>The org unit's latest snapshot, or null when it has none.</summary>
    ValueTask<Snapshot?> ReadSnapshotAsync(string orgUnit, CancellationToken ct);

    /// <summary>
    /// Replaces the org unit's snapshot, durably. Never moves backwards: a snapshot older than the stored one is
    /// ignored, so a late write of a superseded activation does no harm. At the same sequence the new one wins,
    /// so that a snapshot can be rewritten in a newer format.
    /// </summary>
    /// <exception cref="InvalidOperationException">The snapshot is ahead of the journal's head.</exception>
    ValueTask WriteSnapshotAsync(Snapshot snapshot, CancellationToken ct);

    /// <summary>
    /// For each org unit asked for, in that order, what a parent needs to start: the snapshot's row and how far the
    /// journal is ahead of it. One query; the students' state is not read.
    /// </summary>
    ValueTask<IReadOnlyList<StoredRow>> ReadRowsAsync(IReadOnlyCollection<string> orgUnits, CancellationToken ct);

    /// <summary>
    /// The same for the journal as it stood at a moment, with the meaning of <see cref="ReplayUntilAsync"/>: the head is
    /// the last entry that the org unit had then, and the row is given only where the stored snapshot is of that very
    /// state. One query, which passes over the entries accepted until then without reading their payloads.
    /// </summary>
    /// <param name="orgUnits">Codes of the org units.</param>
    /// <param name="acceptedUntil">The moment; an entry accepted at it is included.</param>
    ValueTask<IReadOnlyList<StoredRow>> ReadRowsUntilAsync(
        IReadOnlyCollection<string> orgUnits, DateTimeOffset acceptedUntil, CancellationToken ct);

    /// <summary>True while no org unit has an entry.</summary>
    ValueTask<bool> IsEmptyAsync(CancellationToken ct);
}
