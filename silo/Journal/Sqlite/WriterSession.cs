using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>The writing connection with its prepared statements. Used by the writer's thread only.</summary>
internal sealed class WriterSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _readHead;
    private readonly SqliteCommand _findSubmission;
    private readonly SqliteCommand _insertEntry;
    private readonly SqliteCommand _upsertSnapshot;

    public WriterSession(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare(Statements.Begin, 0);
        _commit = Prepare(Statements.Commit, 0);
        _readHead = Prepare(Statements.ReadHead, 1);
        _findSubmission = Prepare(Statements.FindSubmission, 2);
        _insertEntry = Prepare(Statements.InsertEntry, 7);
        _upsertSnapshot = Prepare(Statements.UpsertSnapshot, 5);
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public long ReadHead(string orgUnit) => (long)Bind(_readHead, orgUnit).ExecuteScalar()!;

    public SubmissionReceipt? FindSubmission(string orgUnit, string submissionId)
    {
        using var reader = Bind(_findSubmission, orgUnit, submissionId).ExecuteReader();
        return reader.Read() ? reader.ToReceipt() : null;
    }

    /// <summary>False when the entry was refused: its sequence or its submission id is taken.</summary>
    public bool TryInsert(JournalEntry entry) => Bind(
        _insertEntry, entry.OrgUnit, entry.Sequence, entry.SubmissionId, entry.ContentHash, entry.Kind,
        entry.AcceptedAt.UtcTicks, entry.Payload.ToBlob()).ExecuteNonQuery() == 1;

    public void Upsert(Snapshot snapshot) => Bind(
        _upsertSnapshot, snapshot.OrgUnit, snapshot.Sequence, snapshot.FormatVersion,
        snapshot.Row.ToBlob(), snapshot.State.ToBlob()).ExecuteNonQuery();

    /// <summary>Closing rolls an open transaction back.</summary>
    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_begin, _commit, _readHead, _findSubmission, _insertEntry, _upsertSnapshot])
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
        return command;
    }

    private static SqliteCommand Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
        return command;
    }
}
