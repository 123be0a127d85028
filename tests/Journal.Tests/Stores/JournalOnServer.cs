using EduAnalytics.Journal.Postgres;
using EduAnalytics.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(EduAnalytics.Journal.Tests.OnPostgres))]

namespace EduAnalytics.Journal.Tests;

/// <summary>PostgreSQL: one server for all tests, a database for each.</summary>
public sealed class OnPostgres : IStoreUnderTest, IAsyncLifetime
{
    public string ReadOnly => "SET default_transaction_read_only = on;";

    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.StartNew();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    public async Task<OpenStore> OpenAsync(Func<string>? writerSettings = null) =>
        new JournalOnServer(await Server.CreateDatabase(), writerSettings);
}

internal sealed class JournalOnServer : OpenStore
{
    private readonly Func<string>? _writerSettings;

    /// <param name="connectionString">Of a database that this journal alone uses.</param>
    /// <param name="writerSettings">Statements for each new writing connection.</param>
    public JournalOnServer(string connectionString, Func<string>? writerSettings = null)
    {
        ConnectionString = connectionString;
        _writerSettings = writerSettings;
        Open();
    }

    public string ConnectionString { get; }

    public override JournalOptions Settings => new() { Store = ConnectionString };

    protected override IJournal OpenJournal()
    {
        var options = new JournalOptions { Store = ConnectionString, LockWaitSeconds = 1 };
        var database = new PostgresDatabase(options.Store, options.LockWaitSeconds) { MoreWriterSettings = _writerSettings };
        return PostgresJournal.Open(database, options, TimeProvider.System, NullLogger.Instance);
    }
}
