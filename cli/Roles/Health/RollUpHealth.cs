using EduAnalytics.Grains.RollUps;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EduAnalytics.Cli.Roles.Health;

/// <summary>Whether what this silo's units hold reaches their parents: how long the oldest row has waited to be taken.</summary>
internal sealed class RollUpHealth(WaitingRows waiting, RoleSettings settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var lag = waiting.Longest.TotalSeconds;
        var most = settings.Options.LongestRollUpLagSeconds;
        return Task.FromResult(lag <= most
            ? HealthCheckResult.Healthy(FormattableString.Invariant($"{lag:0.0} s behind"))
            : HealthCheckResult.Unhealthy(FormattableString.Invariant($"{lag:0.0} s behind, of {most} s that may be")));
    }
}
