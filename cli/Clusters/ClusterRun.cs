using System.Globalization;
using System.Net;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Up;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Postgres;

namespace EduAnalytics.Cli.Clusters;

/// <summary>Starts the processes in their order, keeps them, and ends them in the opposite order.</summary>
internal sealed class ClusterRun(ClusterSettings settings) : IAsyncDisposable
{
    private readonly List<Member> silos = [];
    private readonly List<Member> gateways = [];
    private Member? dashboard;
    private OwnPostgres? postgres;

    /// <summary>Returns when everything has ended after <paramref name="ending"/>.</summary>
    /// <exception cref="StartRefusedException">Something that is needed is not there; the message says what.</exception>
    public async Task Run(CancellationToken ending)
    {
        RefuseTakenPorts();
        Directory.CreateDirectory(settings.Keys);
        var store = settings.Store ?? await StartPostgres(ending);
        PostgresTables.Migrate(Checked(store), TimeProvider.System);
        silos.AddRange(Enumerable.Range(1, settings.Silos).Select(number => Silo(number, store)));
        gateways.AddRange(Enumerable.Range(1, settings.Gateways).Select(number => Gateway(number, store)));
        dashboard = Dashboard();

        using var atEnd = ending.Register(() =>
        {
            foreach (var member in silos.Concat(gateways).Append(dashboard))
                member.StartNoMore();
        });

        // The last silo has the samples to load, if any: with the others there, the org units that they wake are spread over all.
        await StartAll(silos.SkipLast(1), ending);
        await StartAll([silos[^1]], ending);
        await StartAll([.. gateways, dashboard], ending);
        SayReady();
        await Task.Delay(Timeout.Infinite, ending).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Whoever asks goes before whoever is asked.</summary>
    public async ValueTask DisposeAsync()
    {
        if (dashboard is not null)
            await dashboard.Stop();
        await Task.WhenAll(gateways.Select(gateway => gateway.Stop()));
        await Task.WhenAll(silos.Select(silo => silo.Stop()));
        if (postgres is not null)
            await postgres.DisposeAsync();
    }

    private static async Task StartAll(IEnumerable<Member> members, CancellationToken ending)
    {
        var started = members.ToList();
        started.ForEach(member => member.Start());
        foreach (var member in started)
            await member.Ready(ending);
    }

    private static JournalOptions Checked(string store)
    {
        var options = new JournalOptions { Store = store };
        JournalServices.Check(options);
        return options;
    }

    private async Task<string> StartPostgres(CancellationToken ending)
    {
        postgres = new OwnPostgres(Path.GetFullPath(settings.Data));
        await postgres.Start(ending);
        return postgres.Store;
    }

    private Member Silo(int number, string store) => new(
        $"silo{number}",
        [
            "silo", "--name", $"silo{number}", "--port", Text(settings.SiloHealthPort(number)), "--silo-port", Text(settings.SiloPort(number)),
            "--client-port", Text(settings.ClientPort(number)), .. Metrics(settings.SiloHealthPort(number)), "--no-migrate",
            .. number == settings.Silos && !settings.Empty ? ["--samples"] : Array.Empty<string>(),
        ],
        StoreOf(store),
        settings.SiloHealthPort(number));

    private Member Gateway(int number, string store) => new(
        $"gateway{number}",
        ["gateway", "--port", Text(settings.GatewayPort(number)), .. Metrics(settings.GatewayPort(number)), "--keys", settings.Keys, .. SignIn],
        StoreOf(store),
        settings.GatewayPort(number));

    private Member Dashboard() => new(
        "dashboard",
        [
            "dashboard", "--port", Text(settings.Port), .. Metrics(settings.Port), "--gateway", string.Join(';', gateways.Select(gateway => gateway.Address.GetLeftPart(UriPartial.Authority))),
            "--keys", settings.Keys, .. SignIn,
        ],
        new Dictionary<string, string>(),
        settings.Port);

    private static string[] Metrics(int port) => ["--metrics-port", Text(ClusterSettings.MetricsPort(port))];

    private string[] SignIn => settings.SignIn ? ["--sign-in"] : [];

    /// <summary>It may hold a password, which no list of processes should show.</summary>
    private static Dictionary<string, string> StoreOf(string store) => new() { ["EduAnalytics__Journal__Store"] = store };

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of the dashboard, the gateways and the silos' health.</summary>
    private IEnumerable<int> AnsweringPorts =>
    [
        settings.Port,
        .. Enumerable.Range(1, settings.Gateways).Select(settings.GatewayPort),
        .. Enumerable.Range(1, settings.Silos).Select(settings.SiloHealthPort),
    ];

    private void RefuseTakenPorts()
    {
        var betweenSilos = Enumerable.Range(1, settings.Silos).SelectMany(number => new[] { settings.SiloPort(number), settings.ClientPort(number) });
        foreach (var port in AnsweringPorts.Concat(AnsweringPorts.Select(ClusterSettings.MetricsPort)).Concat(betweenSilos))
            if (Ports.WhyTaken(IPAddress.Loopback, port) is { } why)
                throw new StartRefusedException(why);
    }

    private void SayReady()
    {
        var answers = string.Join("  ", gateways.Select(gateway => $"{gateway.Address}graphql"));
        Console.WriteLine(
            $"""

            EduAnalytics cluster is ready: http://127.0.0.1:{settings.Port}
              Gateways: {answers}
              Data: {(postgres is null ? "the given PostgreSQL database" : $"PostgreSQL in {Path.GetFullPath(settings.Data)}")}
              Metrics for Prometheus: {string.Join("  ", AnsweringPorts.Select(port => $"http://127.0.0.1:{ClusterSettings.MetricsPort(port)}/metrics"))}
              'kill PROCESS' restarts one process, as a rolling restart does. Ctrl-C ends all.
            """);
    }
}
