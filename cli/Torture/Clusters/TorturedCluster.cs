using System.Globalization;
using EduAnalytics.Cli.Clusters;
using EduAnalytics.Cli.Roles;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Up;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Postgres;
using Npgsql;

namespace EduAnalytics.Cli.Torture.Clusters;

/// <summary>Silos, gateways and a dashboard as processes over a database of their own, at ports that nobody else has.</summary>
internal sealed class TorturedCluster : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>A silo that woke up after its time says that it is ready until it hears that it was given up.</summary>
    private static readonly TimeSpan steady = TimeSpan.FromSeconds(3);

    /// <summary>A silo's status, as the runtime counts them.</summary>
    private const int Active = 3;

    private readonly TimeProvider time;
    private readonly TextWriter log;

    public TorturedCluster(ClusterTortureSettings settings, SiloNetwork network, TimeProvider time)
    {
        (this.time, Network) = (time, network);
        Database = new OwnPostgres(Path.GetFullPath(settings.Data));
        log = TextWriter.Synchronized(new StreamWriter(Path.Combine(settings.Data, "cluster.log")) { AutoFlush = true });
        Silos = [.. Enumerable.Range(0, settings.Silos).Select(Silo)];
        Gateways = [.. Enumerable.Range(0, settings.Gateways).Select(Gateway)];
        Dashboard = DashboardOf(Gateways);
    }

    public OwnPostgres Database { get; }

    public SiloNetwork Network { get; }

    public IReadOnlyList<Member> Silos { get; }

    public IReadOnlyList<Member> Gateways { get; }

    /// <summary>It may ask any of the gateways. Nothing happens to it: there is one, and whoever asks it has no other.</summary>
    public Member Dashboard { get; }

    private IEnumerable<Member> Members => [.. Silos, .. Gateways, Dashboard];

    /// <exception cref="StartRefusedException">Something that is needed is not there; the message says what.</exception>
    /// <exception cref="TortureFailedException">It does not come up.</exception>
    public async Task Start(CancellationToken cancellationToken)
    {
        await Database.Start(cancellationToken);
        PostgresTables.Migrate(new JournalOptions { Store = Database.Store }, time);
        foreach (var member in Members)
            member.Start();
        await Task.WhenAll(Members.Select(member => member.Ready(cancellationToken)));
        await UntilWhole(cancellationToken);
    }

    /// <summary>Waits until every process has been ready for a while.</summary>
    /// <exception cref="TortureFailedException">One does not get ready.</exception>
    public async Task UntilWhole(CancellationToken cancellationToken)
    {
        long? since = null;
        await Until(
            async () =>
            {
                var ready = await Task.WhenAll(Members.Select(member => member.IsReadyNow(cancellationToken)));
                since = ready.All(isReady => isReady) ? since ?? time.GetTimestamp() : null;
                return since is { } begun && time.GetElapsedTime(begun) >= steady;
            },
            "every process to be ready",
            cancellationToken);
    }

    /// <summary>Whether the silos count one as one of them.</summary>
    /// <param name="silo">Counted from 0.</param>
    public async Task<bool> IsMember(int silo, CancellationToken cancellationToken)
    {
        // A pooled connection may be one that a crash of the database left behind.
        await using var connection = new NpgsqlConnection($"{Database.Store};Pooling=false;Search Path={PostgresTables.MembershipSchema}");
        await connection.OpenAsync(cancellationToken);
        await using var members = new NpgsqlCommand(await MembersQuery(connection, cancellationToken), connection)
        {
            Parameters = { new NpgsqlParameter("DeploymentId", new RoleOptions().Name) },
        };
        await using var rows = await members.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            if (rows["SiloName"] as string == NameOf(silo) && rows["Status"] is Active)
                return true;
        return false;
    }

    /// <summary>The statement by which silos themselves read who is one of them: whose tables it asks is its own affair.</summary>
    private static async Task<string> MembersQuery(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var query = new NpgsqlCommand("SELECT querytext FROM cluster.orleansquery WHERE querykey = 'MembershipReadAllKey'", connection);
        return (string)(await query.ExecuteScalarAsync(cancellationToken))!;
    }

    public static string NameOf(int silo) => string.Create(CultureInfo.InvariantCulture, $"silo{silo + 1}");

    /// <exception cref="TortureFailedException">It does not come about within some minutes.</exception>
    public async Task Until(Func<Task<bool>> happened, string what, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (!await happened())
        {
            if (time.GetElapsedTime(begun) > patience)
                throw new TortureFailedException($"Waited {patience.TotalSeconds:0} s in vain for {what}. What the processes said is in cluster.log.");
            await Task.Delay(betweenLooks, time, cancellationToken);
        }
    }

    /// <summary>Ends it at once: what is kept must be kept without a farewell.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var member in Members)
        {
            member.StartNoMore();
            member.Signal("-KILL");
        }

        await Task.WhenAll(Members.Select(member => member.Stop()));
        await Database.DisposeAsync();
        await log.DisposeAsync();
    }

    private Member Silo(int number)
    {
        var (address, port) = (Network.AddressOf(number), Ports.FindFree());
        string[] arguments =
        [
            "silo", "--name", NameOf(number), "--address", address, "--bind", address, "--port", Text(port),
            "--silo-port", Text(Ports.FindFree()), "--client-port", Text(Ports.FindFree()), "--no-migrate",
        ];
        return new Member(NameOf(number), arguments, Store, port) { Host = address, Within = Network.Within(number), Log = log };
    }

    private Member Gateway(int number)
    {
        var port = Ports.FindFree();
        return new Member($"gateway{number + 1}", ["gateway", "--port", Text(port)], Store, port) { Log = log };
    }

    private Member DashboardOf(IEnumerable<Member> gateways)
    {
        var (port, addresses) = (Ports.FindFree(), gateways.Select(gateway => gateway.Address.GetLeftPart(UriPartial.Authority)));
        return new Member("dashboard", ["dashboard", "--port", Text(port), "--gateway", string.Join(';', addresses)], new Dictionary<string, string>(), port) { Log = log };
    }

    private Dictionary<string, string> Store => new() { ["EduAnalytics__Journal__Store"] = Database.Store };

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
