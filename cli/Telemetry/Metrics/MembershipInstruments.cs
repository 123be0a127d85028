using System.Diagnostics.Metrics;

namespace EduAnalytics.Cli.Telemetry.Metrics;

/// <summary>How many silos there are, as each of them sees it: numbers that differ tell of a network that is cut.</summary>
internal sealed class MembershipInstruments : IHostedService
{
    public MembershipInstruments(IMeterFactory meters, ISiloStatusOracle members) =>
        meters.Create(HealthInstruments.Name).CreateObservableGauge(
            "edu.cluster.silos",
            () => members.GetApproximateSiloStatuses(onlyActive: true).Count,
            "{silo}",
            "Silos that this one takes for active, itself included.");

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
