using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EduAnalytics.Cli.Telemetry.Metrics;

/// <summary>What <c>/health/ready</c> says of each thing that the process needs, as a metric that can be looked back at.</summary>
internal sealed class HealthInstruments : IHealthCheckPublisher, IDisposable
{
    public const string Name = "EduAnalytics.Cli";

    private readonly Meter meter;
    private readonly Gauge<int> status;

    public HealthInstruments(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        status = meter.CreateGauge<int>("edu.health.status", unit: null, "1 where what the process needs is there, 0 where it is not, by check.");
    }

    /// <summary>The checks ask the database, so not at every scrape.</summary>
    public static (TimeSpan Delay, TimeSpan Period) Rhythm => (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (check, entry) in report.Entries)
            status.Record(entry.Status == HealthStatus.Healthy ? 1 : 0, new KeyValuePair<string, object?>("check", check));
        return Task.CompletedTask;
    }

    public void Dispose() => meter.Dispose();
}
