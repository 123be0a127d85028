using System.Net;
using EduAnalytics.Cli.Roles;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Postgres;
using EduAnalytics.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Runtime.Membership;
using Orleans.Runtime.MembershipService;

namespace EduAnalytics.Cli.Tests.Roles;

/// <summary>The runtime's own membership provider over our tables and statements, on a real server.</summary>
public sealed class MembershipTests(MembershipTests.Server server) : IClassFixture<MembershipTests.Server>
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silo_joins_once_and_is_read_back_as_it_joined()
    {
        var table = await server.OpenTable();
        var silo = Silo(11_111);

        Assert.True(await Join(table, silo));
        Assert.False(await Join(table, silo));

        var (found, _) = Assert.Single((await table.ReadRowAsync(silo.SiloAddress, Ending)).Members);
        Assert.Equal(
            (silo.SiloAddress, silo.SiloName, silo.HostName, silo.Status, silo.ProxyPort, silo.StartTime, silo.IAmAliveTime),
            (found.SiloAddress, found.SiloName, found.HostName, found.Status, found.ProxyPort, found.StartTime, found.IAmAliveTime));
    }

    [Fact]
    public async Task A_new_cluster_has_a_version_and_no_silo()
    {
        var all = await (await server.OpenTable()).ReadAllAsync(Ending);

        Assert.Equal((0, 0), (all.Version.Version, all.Members.Count));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_one_is_refused_and_changes_nothing()
    {
        var table = await server.OpenTable();
        var version = (await table.ReadAllAsync(Ending)).Version;

        var joined = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => table.InsertRowAsync(Silo(12_000 + n), version.Next(), Ending)));

        Assert.Single(joined, accepted => accepted);
        var all = await table.ReadAllAsync(Ending);
        Assert.Equal((1, 1), (all.Version.Version, all.Members.Count));
    }

    [Fact]
    public async Task A_silo_leaves_by_changing_its_status_and_the_suspicions_against_it_are_kept()
    {
        var table = await server.OpenTable();
        var silo = Silo(11_112);
        await Join(table, silo);
        silo.Status = SiloStatus.Dead;
        silo.SuspectTimes = [Tuple.Create(Silo(11_113).SiloAddress, silo.StartTime)];

        var stale = await table.UpdateRowAsync(silo, "0", new TableVersion(1, "0"), Ending);
        var (_, etag) = Assert.Single((await table.ReadAllAsync(Ending)).Members);
        var left = await table.UpdateRowAsync(silo, etag, (await table.ReadAllAsync(Ending)).Version.Next(), Ending);

        Assert.Equal((false, true), (stale, left));
        var (found, _) = Assert.Single((await table.ReadAllAsync(Ending)).Members);
        Assert.Equal((SiloStatus.Dead, Silo(11_113).SiloAddress), (found.Status, Assert.Single(found.SuspectTimes ?? []).Item1));
    }

    [Fact]
    public async Task That_a_silo_is_alive_moves_its_own_time_and_no_version()
    {
        var table = await server.OpenTable();
        var silo = Silo(11_114);
        await Join(table, silo);
        var before = (await table.ReadAllAsync(Ending)).Version.Version;
        silo.IAmAliveTime = silo.StartTime.AddMinutes(7);

        await table.UpdateIAmAliveAsync(silo, Ending);

        var after = await table.ReadAllAsync(Ending);
        Assert.Equal((before, silo.IAmAliveTime), (after.Version.Version, Assert.Single(after.Members).Item1.IAmAliveTime));
    }

    [Fact]
    public async Task What_is_long_dead_is_cleared_away_and_the_living_stay()
    {
        var table = await server.OpenTable();
        var (dead, freshlyDead, alive) = (Silo(11_115), Silo(11_116), Silo(11_117));
        (dead.Status, freshlyDead.Status) = (SiloStatus.Dead, SiloStatus.Dead);
        freshlyDead.IAmAliveTime = dead.IAmAliveTime.AddDays(2);
        foreach (var silo in new[] { dead, freshlyDead, alive })
            await Join(table, silo);

        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(dead.IAmAliveTime.AddDays(1)), Ending);

        var ports = (await table.ReadAllAsync(Ending)).Members.Select(member => member.Item1.SiloAddress.Endpoint.Port).Order();
        Assert.Equal([11_116, 11_117], ports);
    }

    [Fact]
    public async Task A_gateway_is_told_of_active_silos_that_take_clients_and_of_no_others()
    {
        var database = await server.NewDatabase();
        var table = await Server.OpenTable(database);
        var (active, withoutClients, joining) = (Silo(11_118), Silo(11_119), Silo(11_120));
        (withoutClients.ProxyPort, joining.Status) = (0, SiloStatus.Joining);
        foreach (var silo in new[] { active, withoutClients, joining })
            await Join(table, silo);

        var gateways = new AdoNetGatewayListProvider(
            NullLogger<AdoNetGatewayListProvider>.Instance,
            new ServiceCollection().BuildServiceProvider(),
            Options.Create(new AdoNetClusteringClientOptions { Invariant = "Npgsql", ConnectionString = database }),
            Options.Create(new Orleans.Configuration.GatewayOptions()),
            Options.Create(Server.Cluster));
        await gateways.InitializeGatewayListProvider();

        Assert.Equal(active.ProxyPort, Assert.Single(await gateways.GetGateways()).Port);
    }

    [Fact]
    public async Task A_cluster_that_is_given_up_leaves_nothing()
    {
        var table = await server.OpenTable();
        await Join(table, Silo(11_121));

        await table.DeleteMembershipTableEntriesAsync(Server.Cluster.ClusterId, Ending);
        await table.InitializeMembershipTableAsync(true, Ending);

        Assert.Empty((await table.ReadAllAsync(Ending)).Members);
    }

    [Fact]
    public async Task A_database_from_before_reminders_is_brought_up_and_keeps_its_members()
    {
        var database = await server.NewDatabase();
        await Join(await Server.OpenTable(database), Silo(11_122));
        await Execute(database, "DROP TABLE reminder; DELETE FROM orleansquery WHERE querykey LIKE '%Reminder%' OR querykey LIKE '%Range%'; DELETE FROM schema_version WHERE version > 1");
        var options = new JournalOptions { Store = database };
        Assert.False(PostgresTables.AreNewest(options));

        Assert.Equal(1, PostgresTables.Migrate(options, TimeProvider.System));

        Assert.True(PostgresTables.AreNewest(options));
        Assert.Single((await (await Server.OpenTable(database)).ReadAllAsync(Ending)).Members);
    }

    [Fact]
    public async Task Several_that_migrate_at_once_lay_the_tables_out_once()
    {
        var options = new JournalOptions { Store = await server.Postgres.CreateDatabase() };
        Assert.False(PostgresTables.AreNewest(options));

        var steps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PostgresTables.Migrate(options, TimeProvider.System))));

        Assert.Single(steps, taken => taken > 0);
        Assert.True(PostgresTables.AreNewest(options));
    }

    /// <summary>What silos and gateways take for this is missing where journals are read.</summary>
    [Fact]
    public async Task However_much_a_process_asks_at_once_it_does_so_over_four_connections()
    {
        var database = await server.NewDatabase();
        var table = await Server.OpenTable(RoleHost.MembershipStore(new JournalOptions { Store = database }));
        await Join(table, Silo(11_123));

        var read = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => table.ReadAllAsync(Ending))));

        Assert.All(read, all => Assert.Single(all.Members));
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Ending);
        await using var count = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'EduAnalytics membership'", connection);
        Assert.InRange((long)(await count.ExecuteScalarAsync(Ending))!, 1, 4);
    }

    private static async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Ending);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ending);
    }

    private static async Task<bool> Join(AdoNetClusteringTable table, MembershipEntry silo) =>
        await table.InsertRowAsync(silo, (await table.ReadAllAsync(Ending)).Version.Next(), Ending);

    private static MembershipEntry Silo(int port)
    {
        var start = new DateTime(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc);
        return new MembershipEntry
        {
            SiloAddress = SiloAddress.New(IPAddress.Loopback, port, 1),
            SiloName = $"silo-{port}",
            HostName = "host",
            Status = SiloStatus.Active,
            ProxyPort = port + 1_000,
            StartTime = start,
            IAmAliveTime = start.AddSeconds(30),
        };
    }

    /// <summary>One server, and a migrated database for each test.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public static ClusterOptions Cluster { get; } = new() { ClusterId = "test", ServiceId = "edu" };

        public PostgresServer Postgres { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Postgres = await PostgresServer.StartNew();

        public ValueTask DisposeAsync() => Postgres.DisposeAsync();

        public async Task<string> NewDatabase()
        {
            var store = await Postgres.CreateDatabase();
            PostgresTables.Migrate(new JournalOptions { Store = store }, TimeProvider.System);
            return new NpgsqlConnectionStringBuilder(store) { SearchPath = PostgresTables.MembershipSchema }.ConnectionString;
        }

        public async Task<AdoNetClusteringTable> OpenTable() => await OpenTable(await NewDatabase());

        public static async Task<AdoNetClusteringTable> OpenTable(string database)
        {
            var table = new AdoNetClusteringTable(
                new ServiceCollection().BuildServiceProvider(),
                Options.Create(Cluster),
                Options.Create(new AdoNetClusteringSiloOptions { Invariant = "Npgsql", ConnectionString = database }),
                NullLogger<AdoNetClusteringTable>.Instance);
            await table.InitializeMembershipTableAsync(true, Ending);
            return table;
        }
    }
}
