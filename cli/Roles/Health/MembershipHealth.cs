using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EduAnalytics.Cli.Roles.Health;

/// <summary>Whether the others count this silo as one of them.</summary>
internal sealed class MembershipHealth(ISiloStatusOracle members) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var active = members.GetApproximateSiloStatuses(onlyActive: true).Count;
        return Task.FromResult(members.CurrentStatus == SiloStatus.Active
            ? HealthCheckResult.Healthy($"active, of {active} silos")
            : HealthCheckResult.Unhealthy($"{members.CurrentStatus}"));
    }
}
