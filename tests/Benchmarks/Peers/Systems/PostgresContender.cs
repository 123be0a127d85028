using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Testing.Postgres;
using Npgsql;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>PostgreSQL over the rows themselves, asked in SQL.</summary>
internal sealed class PostgresContender : IContender
{
    /// <summary>
    /// For rows that are all in memory; what is committed is on disk. Pages out of order cost less than the planner thinks:
    /// with this it takes the index that holds all that the comparison reads, which is quicker by a third than the table.
    /// Compiling queries costs more than these are worth.
    /// </summary>
    private static readonly string[] settings = [
        "shared_buffers=1GB", "work_mem=64MB", "maintenance_work_mem=512MB", "effective_cache_size=4GB", "max_wal_size=8GB",
        "random_page_cost=0.5", "jit=off"];

    private PostgresServer? server;
    private NpgsqlDataSource? database;

    public string Name => "PostgreSQL";

    public string Version { get; private set; } = "";

    public IReadOnlyList<IWayOfAsking> Ways => [
        new SqlWay("PostgreSQL, GROUP BY", this, PostgresTables.GroupedView, isRefreshed: false),
        new SqlWay("PostgreSQL, materialized view", this, PostgresTables.KeptView, isRefreshed: true)];

    public long MemoryBytes => ProcessTree.MemoryBytes(server!.ProcessId);

    public string SocketDirectory => server!.SocketDirectory;

    public string DatabaseName => new NpgsqlConnectionStringBuilder(database!.ConnectionString).Database!;

    public async Task<long> DiskBytes() => await Number($"SELECT pg_database_size('{DatabaseName}')");

    public async Task<Loaded?> Load(GeneratedCity city, ResultFiles files)
    {
        server = await PostgresServer.StartNew(settings);
        database = NpgsqlDataSource.Create(await server.CreateDatabase());
        await using (var connection = await database.OpenConnectionAsync())
            Version = $"PostgreSQL {connection.PostgreSqlVersion}";
        await Execute(PostgresTables.Create(city.Schools));
        var watch = Stopwatch.StartNew();
        await ResultFiles.Each(year => Copy(files.Csv(year)));
        var stored = watch.Elapsed;
        foreach (var statement in PostgresTables.AfterLoad)
            await Execute(statement);
        var answering = watch.Elapsed;
        foreach (var statement in PostgresTables.Views)
            await Execute(statement);
        return new Loaded(stored, answering);
    }

    /// <summary>Stores a result, and after it, where that is asked, makes the materialized view anew.</summary>
    public async Task Add(FitnessResult result, bool isRefreshed)
    {
        await using (var insert = database!.CreateCommand(PostgresTables.Insert))
        {
            insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = result.School });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = result.Student });
            insert.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = result.TestedOn });
            insert.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)result.Grade });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = result.Sex });
            insert.Parameters.Add(new NpgsqlParameter<float> { TypedValue = result.Score });
            await insert.ExecuteNonQueryAsync();
        }

        if (isRefreshed)
            await Execute(PostgresTables.Refresh);
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
    }

    private async Task Copy(string file)
    {
        await using var connection = await database!.OpenConnectionAsync();
        await using var copy = await connection.BeginTextImportAsync(PostgresTables.Copy);
        using var source = File.OpenText(file);
        var buffer = new char[64 << 10];
        while (await source.ReadBlockAsync(buffer) is > 0 and var read)
            await copy.WriteAsync(buffer.AsMemory(0, read));
    }

    private async Task Execute(string sql)
    {
        await using var command = database!.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> Number(string sql)
    {
        await using var command = database!.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>A view asked by prepared statements.</summary>
    private sealed class SqlWay(string name, PostgresContender postgres, string view, bool isRefreshed) : IWayOfAsking
    {
        public string Name => name;

        public async Task<IReadOnlyList<ComparedCell>> Ask()
        {
            await using var command = postgres.database!.CreateCommand(PostgresTables.Comparison(view));
            await using var rows = await command.ExecuteReaderAsync();
            var cells = new List<ComparedCell>();
            while (await rows.ReadAsync())
                cells.Add(new ComparedCell(rows.GetString(0), rows.GetInt16(1), rows.GetInt64(2), rows.GetInt64(3)));
            return cells;
        }

        public Task<Load> Ask(int connections, int seconds) =>
            PgBench.Run(postgres.server!, postgres.DatabaseName, PostgresTables.Comparison(view), connections, seconds);

        public Task Add(FitnessResult result) => postgres.Add(result, isRefreshed);

        public Task<long> TestedInCity(int year) =>
            postgres.Number(string.Create(CultureInfo.InvariantCulture, $"SELECT sum(tested)::bigint FROM {view} WHERE year = {year}"));
    }
}
