using EduAnalytics.Cli.Up;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EduAnalytics.Cli.Roles.Health;

/// <summary>Whether a silo has done what it was started with: while it loads the samples, readers would wait for seconds.</summary>
internal sealed class StartHealth(Readiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(readiness.IsReady ? HealthCheckResult.Healthy("done") : HealthCheckResult.Unhealthy(readiness.Doing));
}
