using EduAnalytics.Journal.Groups;
using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>
/// Writes groups into the SQLite file, one statement for what nearly always happens. It alone writes the file, so each org
/// unit's head is read once and known from then on.
/// </summary>
internal sealed class SqliteWriter(SqliteFile file) : IStoreWriter
{
    private readonly Dictionary<string, long> _heads = new(StringComparer.Ordinal);
    private WriterSession? _session;

    public string SystemName => "sqlite";

    public void Commit(WriteGroup group)
    {
        _session ??= new WriterSession(file.OpenWriter());
        _session.Begin();
        foreach (var append in group.Appends)
            append.Outcome = Append(append.Entry);
        foreach (var snapshot in group.Snapshots)
            Write(snapshot);
        _session.Commit();
    }

    /// <summary>The heads were brought forward before the commit that failed.</summary>
    public void Abandon()
    {
        _heads.Clear();
        _session?.Dispose();
        _session = null;
    }

    public JournalUnavailableException? Recognise(Exception cause) => (cause as SqliteException)?.ToJournalFault();

    /// <summary>Readers first: whoever closes the last connection folds the WAL into the file, and a reader may not.</summary>
    public void Dispose()
    {
        file.CloseReaders();
        Abandon();
    }

    /// <summary>Only a refusal is asked for its reason.</summary>
    private AppendOutcome Append(JournalEntry entry)
    {
        var head = HeadOf(entry.OrgUnit);
        if (entry.Sequence == head + 1 && _session!.TryInsert(entry))
        {
            _heads[entry.OrgUnit] = entry.Sequence;
            return AppendOutcome.Appended.Instance;
        }

        return _session!.FindSubmission(entry.OrgUnit, entry.SubmissionId) is { } receipt
            ? new AppendOutcome.Duplicate(receipt)
            : new AppendOutcome.Fenced(_heads[entry.OrgUnit] = _session.ReadHead(entry.OrgUnit));
    }

    private void Write(QueuedSnapshot write)
    {
        write.Head = HeadOf(write.Snapshot.OrgUnit);
        if (write.Snapshot.Sequence <= write.Head)
            _session!.Upsert(write.Snapshot);
    }

    private long HeadOf(string orgUnit)
    {
        if (!_heads.TryGetValue(orgUnit, out var head))
            _heads[orgUnit] = head = _session!.ReadHead(orgUnit);
        return head;
    }
}
