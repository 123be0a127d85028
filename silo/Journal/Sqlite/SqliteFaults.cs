using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>SQLite's result codes in the journal's words (https://sqlite.org/rescode.html).</summary>
internal static class SqliteFaults
{
    public static JournalUnavailableException ToJournalFault(this SqliteException cause)
    {
        var (fault, sentence) = cause.SqliteErrorCode switch
        {
            13 => (JournalFault.StorageFull, "The journal's disk is full."),
            8 => (JournalFault.ReadOnly, "The journal can be read and not written."),
            5 or 6 => (JournalFault.Locked, "Another program holds the journal's database."),
            11 or 26 => (JournalFault.Damaged, "The journal's file is damaged or no database: restore it from a backup."),
            _ => (JournalFault.StorageFailed, "The journal's store reported an error."),
        };
        return new JournalUnavailableException(fault, $"{sentence} ({cause.Message})", cause);
    }
}
