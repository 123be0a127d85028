namespace EduAnalytics.Journal;

/// <summary>Where the journal lives and how much may wait for it.</summary>
public sealed class JournalOptions
{
    /// <summary>Where the configuration has these settings.</summary>
    public const string Section = "EduAnalytics:Journal";

    /// <summary>
    /// The directory that holds the journal in SQLite, created when absent; one process at a time. Not used where
    /// <see cref="Store"/> names a database.
    /// </summary>
    public string Directory { get; set; } = "";

    /// <summary>
    /// The connection string of a PostgreSQL database, as Npgsql reads it: <c>Host=db;Database=edu;Username=edu</c>. Empty
    /// for SQLite in the directory.
    /// </summary>
    public string Store { get; set; } = "";

    /// <summary>
    /// Writes that may wait for the disk before senders are held back. More gains nothing once a group is full,
    /// and each one keeps its payload in memory.
    /// </summary>
    public int QueueCapacity { get; set; } = 1024;

    /// <summary>
    /// Whole seconds to wait for another program (a backup, a shell) that holds the SQLite database, or for a connection to
    /// PostgreSQL.
    /// </summary>
    public int LockWaitSeconds { get; set; } = 5;
}
