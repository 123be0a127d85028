using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>Rows to records and back, in the column order of <see cref="Statements"/>.</summary>
internal static class Columns
{
    public static JournalEntry ToEntry(this SqliteDataReader row) => new(
        row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4),
        ToInstant(row.GetInt64(5)), row.GetFieldValue<byte[]>(6));

    public static SubmissionReceipt ToReceipt(this SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), ToInstant(row.GetInt64(3)));

    public static Snapshot ToSnapshot(this SqliteDataReader row) => new(
        row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4));

    public static StoredRow ToStoredRow(this SqliteDataReader row) => new(
        row.GetString(0), row.GetInt64(1),
        row.IsDBNull(2) ? null : new SnapshotRow(row.GetInt64(2), row.GetInt32(3), row.GetFieldValue<byte[]>(4)));

    /// <summary>The provider takes whole arrays only; encoders mostly hand over one, which is then not copied.</summary>
    public static byte[] ToBlob(this ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment is { Offset: 0, Array: { } array } && array.Length == segment.Count
            ? array
            : bytes.ToArray();

    private static DateTimeOffset ToInstant(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
