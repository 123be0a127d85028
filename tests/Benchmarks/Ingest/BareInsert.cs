using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EduAnalytics.Benchmarks.Ingest;

/// <summary>
/// What the store takes when nothing but storing is done: the same events as rows of one table without an index, by the
/// store's own quickest way, durable in transactions as large as the journal's groups.
/// </summary>
internal static class BareInsert
{
    private const int RowsPerCommit = 32_000;

    private const string Table = "(school TEXT NOT NULL, student TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, grade INTEGER, sex TEXT)";

    /// <summary>Rows a second.</summary>
    public static double Sqlite(string directory, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "bare.db")};Pooling=False");
        connection.Open();
        Execute(connection, $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4096; PRAGMA cache_size = -32768; DROP TABLE IF EXISTS bare; CREATE TABLE bare {Table}");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO bare VALUES ($1, $2, $3, $4, $5, $6)";
        var columns = Enumerable.Range(1, 6).Select(column => insert.Parameters.Add($"${column}", column == 5 ? SqliteType.Integer : SqliteType.Text)).ToArray();
        insert.Prepare();
        var watch = Stopwatch.StartNew();
        for (var row = 0; row < rows;)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var end = Math.Min(rows, row + RowsPerCommit); row < end; row++)
            {
                (columns[0].Value, columns[1].Value, columns[2].Value) = (School(row), Student(row), "ENROLLED");
                (columns[3].Value, columns[4].Value, columns[5].Value) = ("2024-09-01", 1 + (row % 6), "MALE");
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return rows / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Rows a second, by binary COPY.</summary>
    public static async Task<double> Postgres(string store, int rows)
    {
        await using var connection = new NpgsqlConnection(store);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand($"DROP TABLE IF EXISTS bare; CREATE TABLE bare {Table}", connection))
            await create.ExecuteNonQueryAsync();
        var watch = Stopwatch.StartNew();
        for (var row = 0; row < rows;)
        {
            await using var copy = await connection.BeginBinaryImportAsync("COPY bare FROM STDIN (FORMAT BINARY)");
            for (var end = Math.Min(rows, row + RowsPerCommit); row < end; row++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(School(row));
                await copy.WriteAsync(Student(row));
                await copy.WriteAsync("ENROLLED");
                await copy.WriteAsync("2024-09-01");
                await copy.WriteAsync(1 + (row % 6));
                await copy.WriteAsync("MALE");
            }

            await copy.CompleteAsync();
        }

        return rows / watch.Elapsed.TotalSeconds;
    }

    private static string School(int row) => string.Create(CultureInfo.InvariantCulture, $"bench-s{row / BenchCity.LinesPerSchool % 500:000}");

    private static string Student(int row) => string.Create(CultureInfo.InvariantCulture, $"b-{row:00000000}");

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
