using Npgsql;

namespace EduAnalytics.Journal.Postgres;

/// <summary>The journal's queries, each on a pooled connection, as many at once as there are connections.</summary>
internal sealed class PostgresReads(PostgresDatabase database) : IStoreReads
{
    /// <summary>A page of a replay: large enough to be cheap, small enough that memory does not grow with the journal.</summary>
    private const int PageBytes = 1 << 20;

    /// <summary>What an entry costs beside its payload, so that small ones end a page too.</summary>
    private const int EntryBytes = 512;

    public Task<IReadOnlyList<JournalEntry>> ReadPageAsync(string orgUnit, long afterSequence, CancellationToken ct) =>
        QueryAsync(PostgresStatements.ReadPage, [orgUnit, afterSequence, (long)PageBytes, (long)EntryBytes], PostgresRows.ToEntry, ct);

    public Task<SubmissionReceipt?> FindSubmissionAsync(string orgUnit, string submissionId, CancellationToken ct) =>
        FirstAsync(PostgresStatements.FindSubmission, [orgUnit, submissionId], row => row.ToReceipt(), ct);

    public Task<Snapshot?> ReadSnapshotAsync(string orgUnit, CancellationToken ct) =>
        FirstAsync(PostgresStatements.ReadSnapshot, [orgUnit], PostgresRows.ToSnapshot, ct);

    public Task<IReadOnlyList<StoredRow>> ReadRowsAsync(IReadOnlyCollection<string> orgUnits, CancellationToken ct) =>
        QueryAsync(PostgresStatements.ReadRows, [orgUnits.ToArray()], PostgresRows.ToStoredRow, ct);

    public Task<IReadOnlyList<StoredRow>> ReadRowsUntilAsync(
        IReadOnlyCollection<string> orgUnits, DateTimeOffset acceptedUntil, CancellationToken ct) =>
        QueryAsync(PostgresStatements.ReadRowsUntil, [orgUnits.ToArray(), acceptedUntil.UtcTicks], PostgresRows.ToStoredRow, ct);

    public async Task<bool> IsEmptyAsync(CancellationToken ct) =>
        (await QueryAsync(PostgresStatements.IsEmpty, [], static row => row.GetBoolean(0), ct))[0];

    private async Task<T?> FirstAsync<T>(string sql, object[] values, Func<NpgsqlDataReader, T> read, CancellationToken ct)
        where T : class =>
        await QueryAsync(sql, values, read, ct) is [var first, ..] ? first : null;

    private Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object[] values, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        database.InReadersTurn(() => QueryInTurnAsync(sql, values, read, ct), ct);

    /// <summary>
    /// Once more where the pool handed out a connection that a restarted server no longer knows; the others in the pool
    /// are as old and go with it.
    /// </summary>
    private async Task<IReadOnlyList<T>> QueryInTurnAsync<T>(string sql, object[] values, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        try
        {
            try
            {
                return await ReadAllAsync(sql, values, read, ct);
            }
            catch (NpgsqlException stale) when (stale.IsStaleConnection())
            {
                database.Readers.Clear();
                return await ReadAllAsync(sql, values, read, ct);
            }
        }
        catch (NpgsqlException cause)
        {
            throw cause.ToJournalFault();
        }
    }

    private async Task<IReadOnlyList<T>> ReadAllAsync<T>(string sql, object[] values, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = database.Readers.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var all = new List<T>();
        while (await rows.ReadAsync(ct))
            all.Add(read(rows));
        return all;
    }
}
