using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EduAnalytics.Cli.Roles.Health;

/// <summary>Whether the gateway that a dashboard asks is ready.</summary>
internal sealed class GatewayHealth(HttpClient http) : IHealthCheck
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", cancellationToken).WaitAsync(patience, cancellationToken);
            return answer.IsSuccessStatusCode ? HealthCheckResult.Healthy("ready") : HealthCheckResult.Unhealthy("not ready");
        }
        catch (Exception silence) when (silence is HttpRequestException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("does not answer");
        }
    }
}
