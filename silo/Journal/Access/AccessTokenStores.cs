using EduAnalytics.Journal.Postgres;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EduAnalytics.Journal.Access;

/// <summary>Opens the access tokens for a program that does not run the system, beside one that may.</summary>
public static class AccessTokenStores
{
    /// <summary>Opens the store that the settings describe, creating or upgrading it where no system does so.</summary>
    /// <remarks>
    /// In SQLite several processes may write one file; the directory's lock is about the journal, whose entries one process
    /// alone may append. So the directory is taken for an upgrade only, and a running system has done that already.
    /// </remarks>
    /// <exception cref="JournalDirectoryException">The file must be upgraded and another program holds the directory.</exception>
    /// <exception cref="JournalSchemaException">The store is newer than this program.</exception>
    /// <exception cref="JournalUnavailableException">The store cannot be used.</exception>
    public static IAccessTokenStore Open(JournalOptions options, TimeProvider clock) =>
        string.IsNullOrWhiteSpace(options.Store)
            ? OpenSqlite(options, clock.GetUtcNow())
            : OpenPostgres(options, clock.GetUtcNow());

    /// <summary>The tokens of a store whose schema the journal has seen to.</summary>
    internal static IAccessTokenStore Beside(JournalOptions options, Func<JournalDirectory> directory) => new StoredAccessTokens(
        string.IsNullOrWhiteSpace(options.Store)
            ? TokenDatabase.On(new SqliteFile(directory().Path, options.LockWaitSeconds))
            : TokenDatabase.On(new PostgresDatabase(options.Store, options.LockWaitSeconds)));

    private static StoredAccessTokens OpenSqlite(JournalOptions options, DateTimeOffset now)
    {
        var file = new SqliteFile(Path.GetFullPath(options.Directory), options.LockWaitSeconds);
        try
        {
            if (!file.IsNewest())
            {
                using var directory = JournalDirectory.Lock(options.Directory).OrThrow();
                file.Prepare(now);
            }
        }
        catch (SqliteException cause)
        {
            throw cause.ToJournalFault();
        }
        return new StoredAccessTokens(TokenDatabase.On(file));
    }

    private static StoredAccessTokens OpenPostgres(JournalOptions options, DateTimeOffset now)
    {
        var database = new PostgresDatabase(options.Store, options.LockWaitSeconds);
        try
        {
            database.Prepare(now);
        }
        catch (Exception cause) when (cause is NpgsqlException or JournalSchemaException)
        {
            database.Dispose();
            if (cause is NpgsqlException unreachable)
                throw unreachable.ToJournalFault();
            throw;
        }
        return new StoredAccessTokens(TokenDatabase.On(database));
    }
}
