using EduAnalytics.Journal.Groups;
using Npgsql;
using NpgsqlTypes;

namespace EduAnalytics.Journal.Postgres;

/// <summary>The writing connection and what is sent over it. Used by the writer's thread only.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : IDisposable
{
    /// <summary>True from the moment a commit is under way: a failure from then on leaves unknown whether it happened.</summary>
    public bool CommitSent { get; private set; }

    /// <summary>Begins with the first statement, in the same message.</summary>
    public NpgsqlTransaction Begin()
    {
        CommitSent = false;
        return connection.BeginTransaction();
    }

    public void Commit(NpgsqlTransaction transaction)
    {
        CommitSent = true;
        transaction.Commit();
    }

    /// <summary>Asks how far the org units of the appends are, and which of the submissions they hold.</summary>
    public GroupDecision Look(IReadOnlyList<QueuedAppend> appends)
    {
        var units = appends.Select(append => append.Entry.OrgUnit).ToArray();
        var heads = new Dictionary<string, long>(StringComparer.Ordinal);
        using (var rows = Query(PostgresStatements.ReadHeads, units.Distinct().ToArray()))
            while (rows.Read())
                heads[rows.GetString(0)] = rows.GetInt64(1);
        var receipts = new Dictionary<(string, string), SubmissionReceipt>();
        using (var rows = Query(PostgresStatements.FindSubmissions, units, appends.Select(append => append.Entry.SubmissionId).ToArray()))
            while (rows.Read())
                receipts[(rows.GetString(0), rows.GetString(1))] = rows.ToReceipt(from: 1);
        return new GroupDecision(heads, receipts);
    }

    public void Copy(IReadOnlyList<JournalEntry> entries)
    {
        using var rows = connection.BeginBinaryImport(PostgresStatements.CopyEntries);
        foreach (var entry in entries)
        {
            rows.StartRow();
            rows.Write(entry.OrgUnit, NpgsqlDbType.Text);
            rows.Write(entry.Sequence, NpgsqlDbType.Bigint);
            rows.Write(entry.SubmissionId, NpgsqlDbType.Text);
            rows.Write(entry.ContentHash, NpgsqlDbType.Text);
            rows.Write(entry.Kind, NpgsqlDbType.Text);
            rows.Write(entry.AcceptedAt.UtcTicks, NpgsqlDbType.Bigint);
            rows.Write(entry.Payload, NpgsqlDbType.Bytea);
        }
        rows.Complete();
    }

    public void Write(IReadOnlyList<QueuedSnapshot> snapshots)
    {
        using var batch = new NpgsqlBatch(connection);
        foreach (var snapshot in snapshots)
            batch.BatchCommands.Add(Upsert(snapshot.Snapshot));
        using var heads = batch.ExecuteReader();
        foreach (var snapshot in snapshots)
        {
            heads.Read();
            snapshot.Head = heads.GetInt64(0);
            heads.NextResult();
        }
    }

    public void Dispose() => connection.Dispose();

    private static NpgsqlBatchCommand Upsert(Snapshot snapshot) => new(PostgresStatements.UpsertSnapshot)
    {
        Parameters =
        {
            new NpgsqlParameter { Value = snapshot.OrgUnit },
            new NpgsqlParameter { Value = snapshot.Sequence },
            new NpgsqlParameter { Value = snapshot.FormatVersion },
            new NpgsqlParameter { Value = snapshot.Row, NpgsqlDbType = NpgsqlDbType.Bytea },
            new NpgsqlParameter { Value = snapshot.State, NpgsqlDbType = NpgsqlDbType.Bytea },
        },
    };

    private NpgsqlDataReader Query(string sql, params string[][] values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command.ExecuteReader();
    }
}
