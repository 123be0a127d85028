using System.Net;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Up;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace EduAnalytics.Cli.Telemetry.Metrics;

/// <summary>
/// A web server beside the process's own, which has <c>/metrics</c> and nothing else. A port apart, because the one for pages
/// and queries is reached by everyone, asks for callers that a scraper is not, and knows names that a scraper does not use;
/// who reaches this one is for the network to say.
/// </summary>
internal sealed class MetricsServer(IPEndPoint address, MeterProvider meters) : IHostedService, IAsyncDisposable
{
    public const string Path = "/metrics";

    private readonly WebApplication app = Build(address, meters);

    public Task StartAsync(CancellationToken cancellationToken) => app.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => app.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>From nothing: of the process's configuration, which names the other server's addresses, it is to read none.</summary>
    private static WebApplication Build(IPEndPoint address, MeterProvider meters)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address);
        });
        var app = builder.Build();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(meters, predicate: null, Path, configureBranchedPipeline: null, optionsName: null);
        return app;
    }
}

internal static class MetricsServices
{
    /// <summary>The server, where <see cref="MetricsOptions"/> name a port.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">They name none that is possible.</exception>
    /// <exception cref="StartRefusedException">The port is taken.</exception>
    public static void AddMetricsServer(this IHostApplicationBuilder builder, IOpenTelemetryBuilder telemetry)
    {
        var options = MetricsOptions.Read(builder.Configuration);
        if (options.Port is not { } port)
            return;
        var address = new IPEndPoint(IPAddress.Parse(options.Bind), port);
        if (Ports.WhyTaken(address.Address, port, "--metrics-port", $"{MetricsOptions.Section}:{nameof(MetricsOptions.Bind)}") is { } why)
            throw new StartRefusedException(why);
        telemetry.WithMetrics(metrics => metrics.AddPrometheusExporter());
        builder.Services.AddHostedService(services => new MetricsServer(address, services.GetRequiredService<MeterProvider>()));
    }
}
