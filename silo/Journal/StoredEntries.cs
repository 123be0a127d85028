using EduAnalytics.Journal.Postgres;
using EduAnalytics.Journal.Sqlite;

namespace EduAnalytics.Journal;

/// <summary>Entries read straight from a store, by a program that only looks: the journal's own process may run beside it.</summary>
public static class StoredEntries
{
    /// <summary>All of an org unit's entries in sequence order; none where it has none.</summary>
    /// <param name="options">A store whose schema is the newest, as opening its access tokens makes it.</param>
    /// <exception cref="JournalUnavailableException">The store cannot be used.</exception>
    public static async Task<IReadOnlyList<JournalEntry>> ReadAllAsync(JournalOptions options, string orgUnit, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(options.Store))
        {
            var file = new SqliteFile(Path.GetFullPath(options.Directory), options.LockWaitSeconds);
            try
            {
                return await ReadAllAsync(new SqliteReads(file), orgUnit, ct);
            }
            finally
            {
                file.CloseReaders();
            }
        }

        using var database = new PostgresDatabase(options.Store, options.LockWaitSeconds);
        return await ReadAllAsync(new PostgresReads(database), orgUnit, ct);
    }

    private static async Task<IReadOnlyList<JournalEntry>> ReadAllAsync(IStoreReads reads, string orgUnit, CancellationToken ct)
    {
        var entries = new List<JournalEntry>();
        while (await reads.ReadPageAsync(orgUnit, entries is [.., var last] ? last.Sequence : 0, ct) is { Count: > 0 } page)
            entries.AddRange(page);
        return entries;
    }
}
