using System.Globalization;
using EduAnalytics.Cli.InProcess;
using EduAnalytics.Cli.Roles.Health;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Telemetry;
using EduAnalytics.Cli.Telemetry.Metrics;
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

/// <summary>Silo, gateway and dashboard in one process.</summary>
internal static class EmbeddedHost
{
    /// <exception cref="StartRefusedException">The settings would let in whoever should not be, or the metrics' port is taken.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Settings are out of bounds.</exception>
    public static WebApplication Build(UpSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(EmbeddedHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (settings.Bind is { } address)
                kestrel.Listen(address, settings.Port);
            else
                kestrel.ListenLocalhost(settings.Port);
        });
        ConfiguredSettings.RequireGateway(builder.Configuration);
        if (settings.MetricsPort is { } metricsPort)
            builder.Configuration[MetricsOptions.PortKey] = metricsPort.ToString(CultureInfo.InvariantCulture);
        MetricsOptions.Read(builder.Configuration, ("--port", settings.Port));
        var access = Exposure.ReadAccess(builder.Configuration, settings);
        Exposure.RefuseOpenDoor(builder.Configuration, settings, access);
        Exposure.LimitNames(builder.Configuration, settings, access);
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering(Ports.FindFree(), gatewayPort: 0)
            .UseInMemoryReminderService()
            .Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = "edu")
            .AddEduSiloOver(journal => JournalSettings.Apply(journal, builder.Configuration, settings.Data, settings.Store)));
        builder.Services
            .AddEduCatalogue(settings.Catalogue)
            .AddEduGateway()
            .AddKnownOperations(OwnOperations.All)
            .AddEduDashboard()
            .Configure<DashboardOptions>(dashboard =>
            {
                dashboard.IsSignInRequired = access.IsSignInRequired;
                dashboard.IssuerName = access.HasIssuerPage ? new Uri(access.Authority).Host : null;
            })
            .AddScoped<IGraphQLClient, InProcessGraphQLClient>()
            .AddScoped<IStandingReaders, InProcessStandingReaders>()
            .AddScoped<IImportClient, InProcessImportClient>()
            .AddResponseCompression(compression => compression.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "image/svg+xml",
                "text/csv", "application/vnd.apache.arrow.file",
            ])
            .AddSingleton(settings)
            .AddSingleton<Readiness>()
            .AddSingleton(new SampleDirectory(settings.Samples))
            .AddSingleton<SampleLoader>()
            .AddSingleton<CityWaking>()
            .AddSingleton<StartUp>();

        // A page that was open over a restart finds its keys again.
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Data, "keys")));
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store");
        builder.Services.AddHostedService<SiloInstruments>();
        builder.AddEduTelemetry("edu-up", settings.Port, LogFormat.Simple);
        var app = builder.Build();
        app.UseSafetyHeaders();
        app.UseResponseCompression();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapEduHealth();
        app.MapEduGateway();
        app.MapEduDashboard();
        return app;
    }
}
