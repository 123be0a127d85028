using System.Reflection;
using EduAnalytics.Cli.Telemetry.Metrics;
using EduAnalytics.Gateway;
using EduAnalytics.Grains.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EduAnalytics.Cli.Telemetry;

internal static class TelemetryServices
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Ours; each name is that of a meter, of spans or of both.</summary>
    private static readonly string[] ownNames = [HealthInstruments.Name, .. GatewayServices.InstrumentNames, .. SiloServices.InstrumentNames];

    /// <summary>
    /// The way of a request: a page's circuit, its questions over HTTP, what the dashboard passes on, calls between grains,
    /// the journal's database. ASP.NET Core's own come by its instrumentation.
    /// </summary>
    private static readonly string[] foreignSources =
    [
        "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits", "System.Net.Http", "Yarp.ReverseProxy",
        "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application", "Npgsql",
    ];

    private static readonly string[] foreignMeters = ["System.Net.Http", "Microsoft.Orleans", "Npgsql"];

    /// <summary>
    /// Logs on the console; metrics at an address of their own where one is configured; and traces, metrics and logs over OTLP
    /// where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. The other <c>OTEL_*</c> variables mean what they mean everywhere.
    /// </summary>
    /// <param name="service">What kind of process this is, such as <c>edu-gateway</c>.</param>
    /// <param name="port">Tells it from others of its kind on this machine.</param>
    /// <param name="logs">How logs are written where the configuration does not say.</param>
    /// <exception cref="Starting.StartRefusedException">The metrics' port is taken.</exception>
    public static void AddEduTelemetry(this IHostApplicationBuilder builder, string service, int port, LogFormat logs)
    {
        builder.AddEduLogs(logs);
        builder.Services.AddSingleton<IHealthCheckPublisher, HealthInstruments>();
        builder.Services.Configure<HealthCheckPublisherOptions>(publisher => (publisher.Delay, publisher.Period) = HealthInstruments.Rhythm);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(service, "eduanalytics", Version, autoGenerateServiceInstanceId: false, $"{Environment.MachineName}:{port}")
                .AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(web => web.Filter = request => !IsWatching(request.Request.Path))
                .AddSource(foreignSources)
                .AddSource(ownNames))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(foreignMeters)
                .AddMeter(ownNames));
        builder.AddMetricsServer(telemetry);

        // Without an endpoint spans are made all the same: a log line of each process then bears the trace that it belongs to.
        if (!string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint]))
            telemetry
                .WithLogging(configureBuilder: null, otlp => (otlp.IncludeFormattedMessage, otlp.IncludeScopes) = (true, true))
                .UseOtlpExporter();
    }

    private static string? Version => typeof(TelemetryServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>Asked every few seconds for ever; nobody reads those traces.</summary>
    private static bool IsWatching(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments(MetricsServer.Path, StringComparison.Ordinal);
}
