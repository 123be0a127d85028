using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>The journal's queries, each on a pooled connection of its own, beside the writer and not behind it.</summary>
internal sealed class SqliteReads(SqliteFile file) : IStoreReads
{
    /// <summary>A page of a replay: large enough to be cheap, small enough that memory does not grow with the journal.</summary>
    private const int PageBytes = 1 << 20;

    public Task<SubmissionReceipt?> FindSubmissionAsync(string orgUnit, string submissionId, CancellationToken ct) =>
        QueryAsync(Statements.FindSubmission, [orgUnit, submissionId], First(Columns.ToReceipt), ct);

    public Task<Snapshot?> ReadSnapshotAsync(string orgUnit, CancellationToken ct) =>
        QueryAsync(Statements.ReadSnapshot, [orgUnit], First(Columns.ToSnapshot), ct);

    public Task<IReadOnlyList<StoredRow>> ReadRowsAsync(IReadOnlyCollection<string> orgUnits, CancellationToken ct) =>
        QueryAsync(Statements.ReadRows, [JsonSerializer.Serialize(orgUnits)], AllRows, ct);

    public Task<IReadOnlyList<StoredRow>> ReadRowsUntilAsync(
        IReadOnlyCollection<string> orgUnits, DateTimeOffset acceptedUntil, CancellationToken ct) =>
        QueryAsync(Statements.ReadRowsUntil, [JsonSerializer.Serialize(orgUnits), acceptedUntil.UtcTicks], AllRows, ct);

    public Task<bool> IsEmptyAsync(CancellationToken ct) =>
        QueryAsync(Statements.IsEmpty, [], static rows => rows.Read() && rows.GetBoolean(0), ct);

    /// <summary>A transaction held open by a slow reader would keep the WAL from being folded back and let it grow.</summary>
    public Task<IReadOnlyList<JournalEntry>> ReadPageAsync(string orgUnit, long afterSequence, CancellationToken ct) =>
        QueryAsync(Statements.ReplayEntries, [orgUnit, afterSequence], Page, ct);

    /// <summary>
    /// SQLite has no asynchronous interface: the provider's Async methods run on the caller. So the pool does it,
    /// deliberately, to let a grain's scheduler go on; most queries take microseconds.
    /// </summary>
    private Task<T> QueryAsync<T>(string sql, object[] values, Func<SqliteDataReader, T> read, CancellationToken ct) =>
        Task.Run(() => Query(sql, values, read), ct);

    private T Query<T>(string sql, object[] values, Func<SqliteDataReader, T> read)
    {
        try
        {
            using var connection = file.OpenReader();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var index = 0; index < values.Length; index++)
                command.Parameters.AddWithValue($"${index + 1}", values[index]);
            using var rows = command.ExecuteReader();
            return read(rows);
        }
        catch (SqliteException cause)
        {
            throw cause.ToJournalFault();
        }
    }

    private static Func<SqliteDataReader, T?> First<T>(Func<SqliteDataReader, T> read) where T : class =>
        rows => rows.Read() ? read(rows) : null;

    private static IReadOnlyList<StoredRow> AllRows(SqliteDataReader rows)
    {
        var all = new List<StoredRow>();
        while (rows.Read())
            all.Add(rows.ToStoredRow());
        return all;
    }

    private static IReadOnlyList<JournalEntry> Page(SqliteDataReader rows)
    {
        var page = new List<JournalEntry>();
        for (var bytes = 0; bytes < PageBytes && rows.Read();)
        {
            var entry = rows.ToEntry();
            page.Add(entry);
            bytes += entry.Payload.Length + EntryBytes;
        }
        return page;
    }

    /// <summary>What an entry costs beside its payload, so that small ones end a page too.</summary>
    private const int EntryBytes = 512;
}
