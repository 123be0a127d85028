using EduAnalytics.Cli.Roles.Health;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Up;
using EduAnalytics.Gateway;
using EduAnalytics.Gateway.Access.Requirements;
using EduAnalytics.Grains.Catalogues;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace EduAnalytics.Cli.Roles;

/// <summary>A process that answers queries and takes submissions, and holds no grain.</summary>
internal static class GatewayHost
{
    /// <summary>Where administrators find the runtime's own pages: silos, grains, calls.</summary>
    public const string MachinesPath = "/orleans";

    /// <summary>Where the silos are is in the database; one that restarted is found again in this time.</summary>
    private static readonly TimeSpan siloListAge = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan betweenTries = TimeSpan.FromSeconds(1);

    /// <exception cref="StartRefusedException">The tables are not as they should be, or everyone could come in.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, RoleSettings settings, string catalogue)
    {
        StoreReadiness.Require(settings);
        builder.AddRole(settings);
        builder.Host.UseOrleansClient(client => client
            .UseAdoNetClustering(store => (store.Invariant, store.ConnectionString) = ("Npgsql", RoleHost.MembershipStore(settings.Journal)))
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (settings.Options.Name, "edu"))
            .Configure<Orleans.Configuration.GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = siloListAge)
            .Configure<ClientMessagingOptions>(messages => messages.ResponseTimeout = new ClusterPatience(settings.Options).OfGateway)
            .UseConnectionRetryFilter(async (_, ending) =>
            {
                // The silos may come after it; whoever watches this process sees that it is not ready.
                await Task.Delay(betweenTries, ending);
                return true;
            })
            // Its trace would show the log, which is for whoever has the machines.
            .AddDashboard(pages => pages.HideTrace = true)
            .AddActivityPropagation());
        builder.Services
            .AddEduCatalogue(catalogue)
            .AddEduGateway()
            .AddGrainCallRetries()
            .AddKnownOperations(OwnOperations.All);
        if (settings.Options.Replicas)
            builder.Services.AddReadReplicas();
        builder.Services.AddHealthChecks().AddCheck<SilosHealth>("silos");
        var app = builder.Build();
        app.UseSafetyHeaders();
        app.UseResponseCompression();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRoleHealth();
        app.MapEduGateway();
        app.MapOrleansDashboard(MachinesPath).RequireAuthorization(AccessPolicies.Machines);
        return app;
    }
}
