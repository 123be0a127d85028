using EduAnalytics.Journal.Schema;
using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>The database file and the two ways to open it: one connection that writes, many that only read.</summary>
internal sealed class SqliteFile(string directory, int lockWaitSeconds)
{
    private const string FileName = "journal.db";

    /// <summary>The steps that lead to the newest schema of such a file.</summary>
    public static SchemaHistory Schema { get; } = new(
        "schema_version",
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'schema_version')",
        Migration.StepsOf("Sqlite"));

    /// <summary>
    /// WAL, because readers then go on while the writer commits. FULL, because NORMAL would acknowledge before the
    /// disk has it. A checkpoint each 16 MB instead of SQLite's 4: it costs two syncs and copies each page once
    /// however often it changed. The cache holds a whole group, which otherwise spills before its commit.
    /// </summary>
    private const string WriterSettings =
        "PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; " +
        "PRAGMA wal_autocheckpoint = 4096; PRAGMA cache_size = -32768;";

    private readonly string _reading = ConnectionString(directory, SqliteOpenMode.ReadOnly, pooling: true, lockWaitSeconds);
    private readonly string _writing = ConnectionString(directory, SqliteOpenMode.ReadWrite, pooling: false, lockWaitSeconds);
    private readonly string _creating = ConnectionString(directory, SqliteOpenMode.ReadWriteCreate, pooling: false, lockWaitSeconds);

    /// <summary>More settings for each writing connection: how tests make a disk full or read-only.</summary>
    public Func<string>? MoreWriterSettings { get; init; }

    /// <summary>Creates the file when it is absent and brings it to the newest schema.</summary>
    public void Prepare(DateTimeOffset now)
    {
        using var connection = Open(_creating, WriterSettings);
        SchemaUpgrade.Apply(connection, Schema, connection.DataSource, now);
    }

    /// <summary>Whether the file is there with the newest schema; it is not touched.</summary>
    /// <exception cref="JournalSchemaException">It is newer than the known steps.</exception>
    public bool IsNewest()
    {
        if (!File.Exists(Path.Combine(directory, FileName)))
            return false;
        using var connection = OpenReader();
        return SchemaUpgrade.IsNewest(connection, Schema, connection.DataSource);
    }

    /// <summary>A connection that may write. Never creates: a file that has vanished must not come back empty.</summary>
    public SqliteConnection OpenWriter() => Open(_writing, WriterSettings + MoreWriterSettings?.Invoke());

    /// <summary>A pooled connection that cannot write.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(_reading);
        connection.Open();
        return connection;
    }

    /// <summary>Closes the pooled connections, so that SQLite can fold the WAL into the file.</summary>
    public void CloseReaders()
    {
        using var connection = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(connection);
    }

    private static SqliteConnection Open(string connectionString, string settings)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = settings;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string ConnectionString(string directory, SqliteOpenMode mode, bool pooling, int lockWaitSeconds) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(directory, FileName),
            Mode = mode,
            Pooling = pooling,
            DefaultTimeout = lockWaitSeconds,
        }.ToString();
}
