namespace EduAnalytics.Journal;

/// <summary>
/// The reading side of a database: beside the writer and not behind it, so that readers go on while nobody can write.
/// </summary>
/// <remarks>Every member may throw <see cref="JournalUnavailableException"/>.</remarks>
internal interface IStoreReads
{
    /// <summary>
    /// The org unit's next entries, none at the end. A page at a time, so that memory does not grow with the journal and a
    /// slow reader holds no transaction open.
    /// </summary>
    Task<IReadOnlyList<JournalEntry>> ReadPageAsync(string orgUnit, long afterSequence, CancellationToken ct);

    Task<SubmissionReceipt?> FindSubmissionAsync(string orgUnit, string submissionId, CancellationToken ct);

    Task<Snapshot?> ReadSnapshotAsync(string orgUnit, CancellationToken ct);

    Task<IReadOnlyList<StoredRow>> ReadRowsAsync(IReadOnlyCollection<string> orgUnits, CancellationToken ct);

    Task<IReadOnlyList<StoredRow>> ReadRowsUntilAsync(
        IReadOnlyCollection<string> orgUnits, DateTimeOffset acceptedUntil, CancellationToken ct);

    Task<bool> IsEmptyAsync(CancellationToken ct);
}
