using System.Runtime.CompilerServices;
using System.Text;
using EduAnalytics.Journal.Groups;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Journal;

/// <summary>The journal over a database: what is the same whichever database it is.</summary>
internal sealed class StoredJournal(IStoreReads reads, IStoreWriter store, int queueCapacity, ILogger log) : IJournal
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly GroupWriter _writer = new(store, queueCapacity, log);

    public async ValueTask<AppendOutcome> AppendAsync(JournalEntry entry, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(entry.OrgUnit);
        ArgumentException.ThrowIfNullOrEmpty(entry.SubmissionId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(entry.Sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entry.Payload.Length, JournalEntry.MaxPayloadBytes);
        if (!IsStorable(entry.OrgUnit) || !IsStorable(entry.SubmissionId) || !IsStorable(entry.ContentHash) || !IsStorable(entry.Kind))
            throw new ArgumentException("A name holds a NUL or half a character, which not every database can keep.", nameof(entry));
        using var span = JournalInstruments.AppendStarted(store.SystemName);
        var append = new QueuedAppend(entry, span?.Context ?? default);
        try
        {
            await _writer.EnqueueAsync(append, ct);
            return await append.Completion;
        }
        catch (JournalUnavailableException refusal)
        {
            JournalInstruments.Failed(span, refusal);
            throw;
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReplayAsync(
        string orgUnit, long afterSequence, [EnumeratorCancellation] CancellationToken ct)
    {
        while (await reads.ReadPageAsync(orgUnit, afterSequence, ct) is { Count: > 0 } page)
        {
            foreach (var entry in page)
                yield return entry;
            afterSequence = page[^1].Sequence;
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReplayUntilAsync(
        string orgUnit, DateTimeOffset acceptedUntil, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var entry in ReplayAsync(orgUnit, 0, ct))
        {
            if (entry.AcceptedAt > acceptedUntil)
                yield break;
            yield return entry;
        }
    }

    public async ValueTask<SubmissionReceipt?> FindSubmissionAsync(string orgUnit, string submissionId, CancellationToken ct) =>
        IsStorable(orgUnit) && IsStorable(submissionId) ? await reads.FindSubmissionAsync(orgUnit, submissionId, ct) : null;

    public ValueTask<Snapshot?> ReadSnapshotAsync(string orgUnit, CancellationToken ct) =>
        new(reads.ReadSnapshotAsync(orgUnit, ct));

    public async ValueTask WriteSnapshotAsync(Snapshot snapshot, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(snapshot.OrgUnit);
        ArgumentOutOfRangeException.ThrowIfNegative(snapshot.Sequence);
        var write = new QueuedSnapshot(snapshot);
        await _writer.EnqueueAsync(write, ct);
        await write.Completion;
    }

    public ValueTask<IReadOnlyList<StoredRow>> ReadRowsAsync(
        IReadOnlyCollection<string> orgUnits, CancellationToken ct) => new(reads.ReadRowsAsync(orgUnits, ct));

    public ValueTask<IReadOnlyList<StoredRow>> ReadRowsUntilAsync(
        IReadOnlyCollection<string> orgUnits, DateTimeOffset acceptedUntil, CancellationToken ct) =>
        new(reads.ReadRowsUntilAsync(orgUnits, acceptedUntil, ct));

    public ValueTask<bool> IsEmptyAsync(CancellationToken ct) => new(reads.IsEmptyAsync(ct));

    /// <summary>Finishes the writes that wait, then closes the store.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>
    /// PostgreSQL keeps no NUL in a text, and no encoder writes half a surrogate pair. One such name would fail the commit
    /// of all who share it.
    /// </summary>
    private static bool IsStorable(string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
            return false;
        try
        {
            Strict.GetByteCount(name);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
