using EduAnalytics.Journal.Groups;
using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>Writes groups into the SQLite file, one statement for what nearly always happens.</summary>
internal sealed class SqliteWriter(SqliteFile file) : IStoreWriter
{
    private WriterSession? _session;

    public void Commit(WriteGroup group)
    {
        _session ??= new WriterSession(file.OpenWriter());
        _session.Begin();
        foreach (var append in group.Appends)
            append.Outcome = Append(_session, append.Entry);
        foreach (var snapshot in group.Snapshots)
            Write(_session, snapshot);
        _session.Commit();
    }

    public void Abandon()
    {
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
    private static AppendOutcome Append(WriterSession session, JournalEntry entry)
    {
        if (session.TryInsert(entry))
            return AppendOutcome.Appended.Instance;
        return session.FindSubmission(entry.OrgUnit, entry.SubmissionId) is { } receipt
            ? new AppendOutcome.Duplicate(receipt)
            : new AppendOutcome.Fenced(session.ReadHead(entry.OrgUnit));
    }

    private static void Write(WriterSession session, QueuedSnapshot write)
    {
        write.Head = session.ReadHead(write.Snapshot.OrgUnit);
        if (write.Snapshot.Sequence <= write.Head)
            session.Upsert(write.Snapshot);
    }
}
