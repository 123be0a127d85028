using System.Diagnostics.Metrics;
using EduAnalytics.Cli.Telemetry.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EduAnalytics.Cli.Tests.Telemetry;

public sealed class HealthInstrumentsTests
{
    [Fact]
    public async Task What_is_there_reads_one_and_what_is_not_reads_zero()
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        using var instruments = new HealthInstruments(factory);
        var told = new Dictionary<string, int>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Scope == factory)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, status, tags, _) => told[$"{instrument.Name} {tags[0].Key}={tags[0].Value}"] = status);
        listener.Start();
        var entries = new Dictionary<string, HealthReportEntry> { ["store"] = Entry(HealthStatus.Unhealthy), ["membership"] = Entry(HealthStatus.Healthy) };

        await instruments.PublishAsync(new HealthReport(entries, TimeSpan.Zero), TestContext.Current.CancellationToken);

        Assert.Equal(new Dictionary<string, int> { ["edu.health.status check=store"] = 0, ["edu.health.status check=membership"] = 1 }, told);
    }

    private static HealthReportEntry Entry(HealthStatus status) => new(status, null, TimeSpan.Zero, null, null);
}
