using System.Diagnostics.Metrics;
using EduAnalytics.Grains.RollUps;

namespace EduAnalytics.Cli.Telemetry.Metrics;

/// <summary>What a silo can be asked at any time, whether something happens or not.</summary>
internal sealed class SiloInstruments : IHostedService
{
    public SiloInstruments(IMeterFactory meters, ISiloStatusOracle members, WaitingRows waiting, MissingRows missing)
    {
        var meter = meters.Create(HealthInstruments.Name);

        // Numbers that differ tell of a network that is cut.
        meter.CreateObservableGauge(
            "edu.cluster.silos", () => members.GetApproximateSiloStatuses(onlyActive: true).Count, "{silo}", "Silos that this one takes for active, itself included.");

        // The lag is measured when a row arrives; of one that never does only this tells.
        meter.CreateObservableGauge(
            "edu.rollup.waiting", () => waiting.Longest.TotalSeconds, "s", "For how long the oldest row has waited to be taken by its parent; 0 where none waits.");

        // What is missing is added up over silos: each unit has its total in one of them.
        meter.CreateObservableUpDownCounter(
            "edu.rollup.missing",
            () => new[] { Of("District", missing.OfDistricts), Of("City", missing.OfCities) },
            "{org_unit}",
            "Org units that could not be had and are missing from the totals of the unit above them, by the level of that unit.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Measurement<int> Of(string level, int count) => new(count, new KeyValuePair<string, object?>("level", level));
}
