using EduAnalytics.Journal;
using EduAnalytics.Journal.Postgres;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EduAnalytics.Benchmarks.Sizes;

/// <summary>A store that is filled bit by bit and weighed in between.</summary>
internal interface ISizedStore
{
    string Name { get; }

    /// <summary>Opens the journal as it was left, and closes it after.</summary>
    Task WithJournal(Func<IJournal, Task> fill);

    /// <summary>Bytes on disk, indexes included.</summary>
    Task<long> Size();
}

internal sealed class SizedSqlite : ISizedStore, IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("edu-bench-").FullName;

    public string Name => "SQLite";

    public async Task WithJournal(Func<IJournal, Task> fill)
    {
        using var directory = JournalDirectory.Lock(path).OrThrow();
        await using var journal = SqliteJournal.Open(directory, new JournalOptions(), TimeProvider.System, NullLogger<IJournal>.Instance);
        await fill(journal);
    }

    /// <summary>The last to close folds the newest into the file.</summary>
    public Task<long> Size() => Task.FromResult(new FileInfo(Path.Combine(path, "journal.db")).Length);

    public void Dispose() => Directory.Delete(path, recursive: true);
}

internal sealed class SizedPostgres(string store) : ISizedStore
{
    public string Name => "PostgreSQL";

    public async Task WithJournal(Func<IJournal, Task> fill)
    {
        await using var journal = PostgresJournal.Open(new JournalOptions { Store = store }, TimeProvider.System, NullLogger<IJournal>.Instance);
        await fill(journal);
    }

    public async Task<long> Size()
    {
        await using var connection = new NpgsqlConnection(store + ";Pooling=False");
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("SELECT pg_total_relation_size('journal.entry') + pg_total_relation_size('journal.snapshot')", connection);
        return (long)(await ask.ExecuteScalarAsync())!;
    }
}
