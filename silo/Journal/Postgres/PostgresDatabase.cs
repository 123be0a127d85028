using System.Data.Common;
using EduAnalytics.Journal.Schema;
using Npgsql;

namespace EduAnalytics.Journal.Postgres;

/// <summary>The database and the two ways to reach it: one connection that writes, a pool of those that read.</summary>
internal sealed class PostgresDatabase : IDisposable
{
    /// <summary>
    /// Whole seconds for a statement. Below the half minute after which a grain's caller gives up by itself, so that the
    /// sender hears what the matter is.
    /// </summary>
    private const int StatementSeconds = 15;

    /// <summary>
    /// Connections that read at once, unless the connection string says how many. A silo on which thousands of schools wake
    /// together would else take all that a server has, and leave none to the silos beside it; more than a server has cores
    /// for answers no sooner.
    /// </summary>
    private const int DefaultReaders = 16;

    /// <summary>The steps that lead to the newest schema.</summary>
    public static SchemaHistory Schema { get; } = new(
        "journal.schema_version", "SELECT to_regclass('journal.schema_version') IS NOT NULL", Migration.StepsOf("Postgres"));

    private readonly string _writing;

    /// <summary>
    /// Asked before the pool, which gives up on whoever waits for a connection as soon as on a server that is gone. A thousand
    /// schools that wake at once are no fault of the server's.
    /// </summary>
    private readonly SemaphoreSlim _readerTurns;

    /// <param name="connectionString">As Npgsql reads it; what it says of time limits and statements counts.</param>
    /// <param name="connectSeconds">Whole seconds to wait for a connection.</param>
    public PostgresDatabase(string connectionString, int connectSeconds)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Enlist = false };
        if (!given.ContainsKey("Timeout"))
            settings.Timeout = connectSeconds;
        if (!given.ContainsKey("Command Timeout"))
            settings.CommandTimeout = StatementSeconds;
        if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize"))
            settings.MaxPoolSize = Math.Max(DefaultReaders, settings.MinPoolSize);
        if (!given.ContainsKey("Max Auto Prepare"))
            settings.MaxAutoPrepare = 16;
        if (!given.ContainsKey("Application Name"))
            settings.ApplicationName = "EduAnalytics journal";
        Place = $"{settings.Database ?? settings.Username} on {settings.Host}";
        Readers = NpgsqlDataSource.Create(settings);
        _readerTurns = new SemaphoreSlim(settings.MaxPoolSize);
        settings.Pooling = false;
        _writing = settings.ConnectionString;
    }

    /// <summary>Database and host, for the operator.</summary>
    public string Place { get; }

    public NpgsqlDataSource Readers { get; }

    /// <summary>More statements for each writing connection: how tests make a server refuse.</summary>
    public Func<string>? MoreWriterSettings { get; init; }

    /// <summary>Creates the tables when they are absent and brings them to the newest schema.</summary>
    /// <returns>False where the server is set not to wait for its disk.</returns>
    public bool Prepare(DateTimeOffset now)
    {
        using var connection = Connect("");
        Run(connection, PostgresStatements.LockForUpgrade);
        SchemaUpgrade.Apply(connection, Schema, Place, now);
        using var command = new NpgsqlCommand(PostgresStatements.SurvivesPowerLoss, connection);
        return (bool)command.ExecuteScalar()!;
    }

    /// <summary>A step may take longer than any statement of a running system: whoever migrates waits for it.</summary>
    public NpgsqlConnection OpenForMigration()
    {
        var settings = new NpgsqlConnectionStringBuilder(_writing) { CommandTimeout = 0 };
        return Connect(settings.ConnectionString, "");
    }

    public NpgsqlConnection OpenWriter() => Connect(PostgresStatements.WaitForDisk + MoreWriterSettings?.Invoke());

    /// <summary>Runs a query as soon as a connection to read with is free; the first who came is the first served.</summary>
    public async Task<T> InReadersTurn<T>(Func<Task<T>> query, CancellationToken ct)
    {
        if (!await _readerTurns.WaitAsync(TimeSpan.FromSeconds(StatementSeconds), ct))
            throw new JournalUnavailableException(JournalFault.Unreachable, "The journal's database does not answer: those who asked before still wait.");
        try
        {
            return await query();
        }
        finally
        {
            _readerTurns.Release();
        }
    }

    // The turns hold nothing of the system's, and who still reads gives its turn back afterwards.
    public void Dispose() => Readers.Dispose();

    private NpgsqlConnection Connect(string settings) => Connect(_writing, settings);

    private static NpgsqlConnection Connect(string connectionString, string settings)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            if (settings.Length > 0)
                Run(connection, settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
