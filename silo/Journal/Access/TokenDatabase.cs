using System.Data.Common;
using EduAnalytics.Journal.Postgres;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EduAnalytics.Journal.Access;

/// <summary>What the two databases do differently for the access tokens.</summary>
/// <param name="Table">The table's full name.</param>
/// <param name="IsRace">Whether an error says that another program wrote at the same moment, and the statement may be tried again.</param>
/// <param name="ToFault">An error in the journal's words.</param>
/// <param name="Close">Gives up what the database itself holds.</param>
internal sealed record TokenDatabase(
    string Table,
    Func<DbConnection> OpenReader,
    Func<DbConnection> OpenWriter,
    Func<DbException, bool> IsRace,
    Func<DbException, JournalUnavailableException> ToFault,
    Action Close)
{
    /// <summary>A writing SQLite statement holds the file from its start, so that no two make the same revision.</summary>
    public static TokenDatabase On(SqliteFile file) => new(
        "access_token",
        file.OpenReader,
        file.OpenWriter,
        _ => false,
        cause => ((SqliteException)cause).ToJournalFault(),
        file.CloseReaders);

    public static TokenDatabase On(PostgresDatabase database) => new(
        "journal.access_token",
        database.Readers.OpenConnection,
        database.OpenWriter,
        cause => cause is PostgresException told && told.IsRace(),
        cause => ((NpgsqlException)cause).ToJournalFault(),
        database.Dispose);
}
