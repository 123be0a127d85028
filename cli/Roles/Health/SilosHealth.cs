using EduAnalytics.Contracts.OrgUnits;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EduAnalytics.Cli.Roles.Health;

/// <summary>Whether a grain answers this gateway.</summary>
internal sealed class SilosHealth(IGrainFactory grains) : IHealthCheck
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key).NewerThan(long.MaxValue).WaitAsync(patience, cancellationToken);
            return HealthCheckResult.Healthy("answer");
        }
        catch (Exception silence) when (silence is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("do not answer");
        }
    }
}
