using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>The journal in one SQLite file of a directory that this process holds.</summary>
public static class SqliteJournal
{
    /// <summary>Opens the directory's journal, creating or upgrading it.</summary>
    /// <param name="directory">Held by this process; it stays the caller's to release, after the journal.</param>
    /// <param name="options">Limits; its directory is not read here.</param>
    /// <param name="clock">Dates schema upgrades.</param>
    /// <param name="log">Told when writing begins to fail and when it succeeds again.</param>
    /// <exception cref="JournalSchemaException">The file is newer than this program.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be used.</exception>
    public static IJournal Open(JournalDirectory directory, JournalOptions options, TimeProvider clock, ILogger<IJournal> log) =>
        Open(new SqliteFile(directory.Path, options.LockWaitSeconds), options, clock, log);

    internal static IJournal Open(SqliteFile file, JournalOptions options, TimeProvider clock, ILogger log)
    {
        try
        {
            file.Prepare(clock.GetUtcNow());
        }
        catch (SqliteException cause)
        {
            throw cause.ToJournalFault();
        }
        return new StoredJournal(new SqliteReads(file), new SqliteWriter(file), options.QueueCapacity, log);
    }
}
