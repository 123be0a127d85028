using System.Runtime.CompilerServices;
using EduAnalytics.Journal.Sqlite.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>The journal in one SQLite file of a directory that this process holds.</summary>
public sealed class SqliteJournal : IJournal
{
    private readonly SqliteFile _file;
    private readonly SqliteReads _reads;
    private readonly GroupWriter _writer;

    private SqliteJournal(SqliteFile file, int queueCapacity, ILogger log)
    {
        _file = file;
        _reads = new SqliteReads(file);
        _writer = new GroupWriter(file, queueCapacity, log);
    }

    /// <summary>Opens the directory's journal, creating or upgrading it.</summary>
    /// <param name="directory">Held by this process; it stays the caller's to release, after the journal.</param>
    /// <param name="options">Limits; its directory is not read here.</param>
    /// <param name="clock">Dates schema upgrades.</param>
    /// <param name="log">Told when writing begins to fail and when it succeeds again.</param>
    /// <exception cref="JournalSchemaException">The file is newer than this program.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be used.</exception>
    public static SqliteJournal Open(
        JournalDirectory directory, JournalOptions options, TimeProvider clock, ILogger<SqliteJournal> log) =>
        Open(new SqliteFile(directory.Path, options.LockWaitSeconds), options, clock, log);

    internal static SqliteJournal Open(SqliteFile file, JournalOptions options, TimeProvider clock, ILogger log)
    {
        try
        {
            file.Prepare(Migration.Known, clock.GetUtcNow());
        }
        catch (SqliteException cause)
        {
            throw cause.ToJournalFault();
        }
        return new SqliteJournal(file, options.QueueCapacity, log);
    }

    public async ValueTask<AppendOutcome> AppendAsync(JournalEntry entry, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(entry.OrgUnit);
        ArgumentException.ThrowIfNullOrEmpty(entry.SubmissionId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(entry.Sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entry.Payload.Length, JournalEntry.MaxPayloadBytes);
        var append = new QueuedAppend(entry);
        await _writer.EnqueueAsync(append, ct);
        return await append.Completion;
    }

    public async IAsyncEnumerable<JournalEntry> ReplayAsync(
        string orgUnit, long afterSequence, [EnumeratorCancellation] CancellationToken ct)
    {
        while (await _reads.ReadPageAsync(orgUnit, afterSequence, ct) is { Count: > 0 } page)
        {
            foreach (var entry in page)
                yield return entry;
            afterSequence = page[^1].Sequence;
        }
    }

    public ValueTask<SubmissionReceipt?> FindSubmissionAsync(string orgUnit, string submissionId, CancellationToken ct) =>
        new(_reads.FindSubmissionAsync(orgUnit, submissionId, ct));

    public ValueTask<Snapshot?> ReadSnapshotAsync(string orgUnit, CancellationToken ct) =>
        new(_reads.ReadSnapshotAsync(orgUnit, ct));

    public async ValueTask WriteSnapshotAsync(Snapshot snapshot, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(snapshot.OrgUnit);
        ArgumentOutOfRangeException.ThrowIfNegative(snapshot.Sequence);
        var write = new QueuedSnapshot(snapshot);
        await _writer.EnqueueAsync(write, ct);
        await write.Completion;
    }

    public ValueTask<IReadOnlyList<StoredRow>> ReadRowsAsync(
        IReadOnlyCollection<string> orgUnits, CancellationToken ct) => new(_reads.ReadRowsAsync(orgUnits, ct));

    public ValueTask<bool> IsEmptyAsync(CancellationToken ct) => new(_reads.IsEmptyAsync(ct));

    /// <summary>Finishes the writes that wait, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        // Readers first: whoever closes the last connection folds the WAL into the file, and a reader may not.
        _file.CloseReaders();
        await _writer.DisposeAsync();
    }
}
