using Npgsql;

namespace EduAnalytics.Journal.Postgres;

/// <summary>PostgreSQL's error codes in the journal's words (https://www.postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgresFaults
{
    public static JournalUnavailableException ToJournalFault(this NpgsqlException cause)
    {
        var (fault, sentence) = (cause as PostgresException)?.SqlState switch
        {
            null => (JournalFault.Unreachable, "The journal's database does not answer."),
            // Also while it starts, stops or has all connections in use.
            ['5', '7', 'P', ..] or ['0', '8', ..] or PostgresErrorCodes.TooManyConnections =>
                (JournalFault.Unreachable, "The journal's database takes no connections at the moment."),
            PostgresErrorCodes.DiskFull => (JournalFault.StorageFull, "The disk of the journal's database is full."),
            PostgresErrorCodes.ReadOnlySqlTransaction => (JournalFault.ReadOnly, "The journal's database can be read and not written."),
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.UniqueViolation
                or PostgresErrorCodes.DeadlockDetected => (JournalFault.Locked, "Another program holds the journal's database."),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted =>
                (JournalFault.Damaged, "The journal's database is damaged: restore it from a backup."),
            _ => (JournalFault.StorageFailed, "The journal's database reported an error."),
        };
        return new JournalUnavailableException(fault, $"{sentence} ({cause.Message})", cause);
    }

    /// <summary>Another silo wrote the same keys at the same time: read again and decide anew.</summary>
    public static bool IsRace(this PostgresException cause) => cause.SqlState
        is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    /// <summary>
    /// The connection had been closed from the other side, perhaps hours ago, which only its next use shows. A server that
    /// does not answer in time is another matter: asking it again would only double the wait.
    /// </summary>
    public static bool IsStaleConnection(this NpgsqlException cause) => cause is PostgresException told
        ? told.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
        : cause.InnerException is IOException;
}
