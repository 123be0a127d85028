using Npgsql;

namespace EduAnalytics.Benchmarks.Growth;

/// <summary>What the journal of a stopped system takes on disk: entries, their keys, and snapshots.</summary>
internal static class JournalSize
{
    public static long OfSqlite(string data) => Directory.EnumerateFiles(data, "journal.db*").Sum(file => new FileInfo(file).Length);

    public static async Task<long> OfPostgres(string store)
    {
        await using var database = NpgsqlDataSource.Create(store);
        await using var command = database.CreateCommand("SELECT pg_total_relation_size('journal.entry') + pg_total_relation_size('journal.snapshot')");
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
