using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EduAnalytics.Cli.Roles.Health;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Telemetry.Metrics;
using EduAnalytics.Cli.Up;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.Hosting;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace EduAnalytics.Cli.Roles;

/// <summary>A process that holds grains. Its web server answers for its health, and nothing else.</summary>
internal static class SiloHost
{
    /// <summary>How long a silo that goes may take to write snapshots and hand over; Kubernetes and compose wait a little longer.</summary>
    private static readonly TimeSpan longestGoing = TimeSpan.FromSeconds(25);

    /// <summary>After three of these without a sign, those who join no longer wait for it: a cluster that was killed as a whole starts again soon.</summary>
    private static readonly TimeSpan signOfLife = TimeSpan.FromSeconds(5);

    /// <exception cref="StartRefusedException">The tables are not as they should be, the silo's own name stands for no address, or one of its ports is taken.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, RoleSettings settings, string catalogue)
    {
        var options = settings.Options;
        var address = AddressOf(options.Address);
        var patience = new ClusterPatience(options);
        RequireFree(address, options.SiloPort, "--silo-port");
        RequireFree(address, options.ClientPort, "--client-port");
        StoreReadiness.Require(settings);
        builder.AddRole(settings);
        builder.Host.UseOrleans(silo => silo
            .UseAdoNetClustering(store => (store.Invariant, store.ConnectionString) = ("Npgsql", RoleHost.MembershipStore(settings.Journal)))
            .UseAdoNetReminderService(store => (store.Invariant, store.ConnectionString) = ("Npgsql", RoleHost.MembershipStore(settings.Journal)))
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.Name, "edu"))
            .Configure<SiloOptions>(self => self.SiloName = NameOf(options))
            .Configure<EndpointOptions>(endpoint =>
                (endpoint.AdvertisedIPAddress, endpoint.SiloPort, endpoint.GatewayPort) = (address, options.SiloPort, options.ClientPort))
            .Configure<ClusterMembershipOptions>(membership =>
            {
                (membership.ProbeTimeout, membership.MaxProbeTimeout) = (patience.Probe, patience.LongestProbe);
                (membership.TableRefreshTimeout, membership.IAmAliveTablePublishTimeout) = (TimeSpan.FromSeconds(10), signOfLife);

                // Calls go between any two silos, so two that do not reach each other cannot both stay, however well others reach both.
                (membership.NumVotesForDeathDeclaration, membership.EnableIndirectProbes) = (1, false);
            })
            .Configure<SiloMessagingOptions>(messages => messages.ResponseTimeout = patience.OfGrain)
            .AddDashboard()
            .KeepGrainsInOnePlace()
            .AddEduSiloOver(journal =>
                (journal.Store, journal.QueueCapacity, journal.LockWaitSeconds) =
                (settings.Journal.Store, settings.Journal.QueueCapacity, settings.Journal.LockWaitSeconds)));
        builder.Services
            .AddEduCatalogue(catalogue)
            .AddSingleton<Readiness>()
            .AddSingleton(new SampleDirectory(UpSettings.ShippedSamples))
            .AddSingleton<SampleLoader>()
            .Configure<HostOptions>(host => host.ShutdownTimeout = longestGoing);
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<MembershipHealth>("membership").AddCheck<RollUpHealth>("roll-ups").AddCheck<StartHealth>("start");
        builder.Services.AddHostedService<SiloInstruments>();
        var app = builder.Build();
        app.MapRoleHealth();
        return app;
    }

    /// <summary>What a silo does once it runs; ready to be asked is it after that.</summary>
    /// <returns>What was loaded, as a sentence; null for nothing.</returns>
    public static async Task<string?> Begin(WebApplication app, bool loadSamples, CancellationToken ending)
    {
        var note = loadSamples ? await app.Services.GetRequiredService<SampleLoader>().Load(ending) : null;
        app.Services.GetRequiredService<Readiness>().SetReady();
        return note;
    }

    /// <summary>The runtime itself finds out late, and says so in a trace.</summary>
    private static void RequireFree(IPAddress address, int port, string option)
    {
        if (Ports.WhyTaken(address, port, option, "--address") is { } why)
            throw new StartRefusedException(why);
    }

    private static string NameOf(RoleOptions options) => string.IsNullOrWhiteSpace(options.Silo)
        ? string.Create(CultureInfo.InvariantCulture, $"{Dns.GetHostName()}:{options.SiloPort}")
        : options.Silo;

    private static IPAddress AddressOf(string given)
    {
        if (IPAddress.TryParse(given, out var address))
            return address;
        try
        {
            if (Dns.GetHostAddresses(given, AddressFamily.InterNetwork) is [var found, ..] && !RoleOptionsCheck.IsOfAllMachines(found))
                return found;
        }
        catch (SocketException)
        {
            // Said below.
        }
        throw new StartRefusedException(
            $"{RoleOptions.Section}:{nameof(RoleOptions.Address)} is '{given}', a name that stands for no IPv4 address here; allowed: {RoleOptionsCheck.AllowedAddress}.");
    }
}
