using System.Diagnostics;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Postgres;
using EduAnalytics.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;

namespace EduAnalytics.Benchmarks.Journal;

internal sealed class BenchedPostgres(PostgresServer server) : IBenchedStore
{
    public string Name => "PostgreSQL";

    public async Task<double> InsertBare(IReadOnlyList<JournalEntry> entries)
    {
        await using var connection = new NpgsqlConnection(await server.CreateDatabase() + ";Pooling=False");
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand("CREATE TABLE bare (org_unit text, sequence bigint, submission_id text, content_hash text, kind text, accepted_at bigint, payload bytea)", connection))
            await create.ExecuteNonQueryAsync();
        var started = Stopwatch.GetTimestamp();
        foreach (var group in JournalBenchmark.Groups(entries))
        {
            await using var rows = await connection.BeginBinaryImportAsync("COPY bare FROM STDIN (FORMAT BINARY)");
            foreach (var entry in group)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(entry.OrgUnit, NpgsqlDbType.Text);
                await rows.WriteAsync(entry.Sequence, NpgsqlDbType.Bigint);
                await rows.WriteAsync(entry.SubmissionId, NpgsqlDbType.Text);
                await rows.WriteAsync(entry.ContentHash, NpgsqlDbType.Text);
                await rows.WriteAsync(entry.Kind, NpgsqlDbType.Text);
                await rows.WriteAsync(entry.AcceptedAt.UtcTicks, NpgsqlDbType.Bigint);
                await rows.WriteAsync(entry.Payload, NpgsqlDbType.Bytea);
            }

            await rows.CompleteAsync();
        }

        return entries.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public async Task<double> WithJournal(Func<IJournal, Task<double>> measure)
    {
        var options = new JournalOptions { Store = await server.CreateDatabase() };
        await using var journal = PostgresJournal.Open(options, TimeProvider.System, NullLogger<IJournal>.Instance);
        return await measure(journal);
    }
}
