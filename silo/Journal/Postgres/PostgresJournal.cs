using EduAnalytics.Journal.Groups;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EduAnalytics.Journal.Postgres;

/// <summary>The journal in a PostgreSQL database, which the silos of a cluster share.</summary>
public static class PostgresJournal
{
    /// <summary>Opens the database's journal, creating or upgrading it.</summary>
    /// <param name="options">The store's connection string, and limits.</param>
    /// <param name="clock">Dates schema upgrades.</param>
    /// <param name="log">Told when writing begins to fail and when it succeeds again.</param>
    /// <exception cref="JournalSchemaException">The database is newer than this program.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be used.</exception>
    public static IJournal Open(JournalOptions options, TimeProvider clock, ILogger<IJournal> log) =>
        Open(new PostgresDatabase(options.Store, options.LockWaitSeconds), options, clock, log);

    internal static IJournal Open(PostgresDatabase database, JournalOptions options, TimeProvider clock, ILogger log)
    {
        try
        {
            if (!database.Prepare(clock.GetUtcNow()))
                log.ServerDoesNotSync(database.Place);
        }
        catch (NpgsqlException cause)
        {
            database.Dispose();
            throw cause.ToJournalFault();
        }
        catch (JournalSchemaException)
        {
            database.Dispose();
            throw;
        }
        return new StoredJournal(new PostgresReads(database), new PostgresWriter(database), options.QueueCapacity, log);
    }
}
