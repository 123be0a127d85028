using EduAnalytics.Gateway;
using EduAnalytics.Grains.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EduAnalytics.Cli.Telemetry;

internal static class TelemetryServices
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] ownSources = ["EduAnalytics.Dashboard", .. GatewayServices.InstrumentNames, .. SiloServices.InstrumentNames];

    /// <summary>
    /// Traces across gateway and grains, and all metrics, sent over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; the
    /// other <c>OTEL_*</c> variables mean what they mean everywhere.
    /// </summary>
    public static void AddEduTelemetry(this IHostApplicationBuilder builder, string role)
    {
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("EduAnalytics", LogLevel.Information);

        // Advice on garbage collection, and a watchdog that counts the time before it was started: nothing to act on.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);

        // The pages' keys lie in the data directory, beside what they would protect; its owner may read both.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // A start that fails is told in one sentence by the command; the host would put the stack trace before it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("eduanalytics", serviceInstanceId: role))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation()
                .AddSource("Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application")
                .AddSource(ownSources))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Microsoft.Orleans")
                .AddMeter(ownSources));
        if (!string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint]))
            telemetry.UseOtlpExporter();
    }
}
