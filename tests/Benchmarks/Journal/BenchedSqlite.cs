using System.Diagnostics;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EduAnalytics.Benchmarks.Journal;

internal sealed class BenchedSqlite : IBenchedStore
{
    public string Name => "SQLite";

    public Task<double> InsertBare(IReadOnlyList<JournalEntry> entries)
    {
        var directory = Directory.CreateTempSubdirectory("edu-bench-").FullName;
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "bare.db")};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4096; PRAGMA cache_size = -32768; " +
                "CREATE TABLE bare (org_unit TEXT, sequence INTEGER, submission_id TEXT, content_hash TEXT, kind TEXT, accepted_at INTEGER, payload BLOB)");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO bare VALUES ($1, $2, $3, $4, $5, $6, $7)";
            for (var number = 1; number <= 7; number++)
                insert.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
            var started = Stopwatch.GetTimestamp();
            foreach (var group in JournalBenchmark.Groups(entries))
            {
                Run(connection, "BEGIN IMMEDIATE");
                foreach (var entry in group)
                {
                    object[] values = [entry.OrgUnit, entry.Sequence, entry.SubmissionId, entry.ContentHash, entry.Kind, entry.AcceptedAt.UtcTicks, entry.Payload.ToArray()];
                    for (var index = 0; index < values.Length; index++)
                        insert.Parameters[index].Value = values[index];
                    insert.ExecuteNonQuery();
                }

                Run(connection, "COMMIT");
            }

            var rate = entries.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
            connection.Close();
            Directory.Delete(directory, recursive: true);
            return Task.FromResult(rate);
        }
    }

    public async Task<double> WithJournal(Func<IJournal, Task<double>> measure)
    {
        var path = Directory.CreateTempSubdirectory("edu-bench-").FullName;
        double rate;
        using (var directory = JournalDirectory.Lock(path).OrThrow())
        {
            await using var journal = SqliteJournal.Open(directory, new JournalOptions(), TimeProvider.System, NullLogger<IJournal>.Instance);
            rate = await measure(journal);
        }

        Directory.Delete(path, recursive: true);
        return rate;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
