using Npgsql;

namespace EduAnalytics.Journal.Postgres;

/// <summary>Rows to records, in the column order of <see cref="PostgresStatements"/>.</summary>
internal static class PostgresRows
{
    public static JournalEntry ToEntry(this NpgsqlDataReader row) => new(
        row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4),
        ToInstant(row.GetInt64(5)), row.GetFieldValue<byte[]>(6));

    /// <param name="from">The receipt's first column.</param>
    public static SubmissionReceipt ToReceipt(this NpgsqlDataReader row, int from = 0) => new(
        row.GetString(from), row.GetString(from + 1), row.GetInt64(from + 2), ToInstant(row.GetInt64(from + 3)));

    public static Snapshot ToSnapshot(this NpgsqlDataReader row) => new(
        row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4));

    public static StoredRow ToStoredRow(this NpgsqlDataReader row) => new(
        row.GetString(0), row.GetInt64(1),
        row.IsDBNull(2) ? null : new SnapshotRow(row.GetInt64(2), row.GetInt32(3), row.GetFieldValue<byte[]>(4)));

    private static DateTimeOffset ToInstant(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
