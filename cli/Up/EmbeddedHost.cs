using EduAnalytics.Cli.InProcess;
using EduAnalytics.Cli.Telemetry;
using EduAnalytics.Dashboard;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Import;
using EduAnalytics.Gateway;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Orleans.Configuration;

namespace EduAnalytics.Cli.Up;

/// <summary>Silo, gateway and dashboard in one process on loopback.</summary>
internal static class EmbeddedHost
{
    public static WebApplication Build(UpSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(EmbeddedHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(settings.Port));

        // Without sign-in the name in the address is the fence: a foreign page whose name was made to point here is refused.
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering(LoopbackPorts.FindFree(), gatewayPort: 0)
            .Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = "edu")
            .AddEduSiloOver(journal => JournalSettings.Apply(journal, builder.Configuration, settings)));
        builder.Services
            .AddEduCatalogue(settings.Catalogue)
            .AddEduGateway()
            .AddKnownOperations(OwnOperations.All)
            .AddEduDashboard()
            .AddSingleton<IGraphQLClient, InProcessGraphQLClient>()
            .AddSingleton<IImportClient, InProcessImportClient>()
            .AddResponseCompression(compression => compression.MimeTypes =
                [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "image/svg+xml"])
            .AddSingleton(settings)
            .AddSingleton<Readiness>()
            .AddSingleton<SampleLoader>()
            .AddSingleton<StartUp>();

        // A page that was open over a restart finds its keys again.
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Data, "keys")));
        builder.AddEduTelemetry("edu-up");
        var app = builder.Build();
        app.UseResponseCompression();
        app.MapEduHealth();
        app.MapEduGateway();
        app.MapEduDashboard();
        return app;
    }
}
