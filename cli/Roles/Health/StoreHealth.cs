using EduAnalytics.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EduAnalytics.Cli.Roles.Health;

/// <summary>Whether the journal's database answers.</summary>
internal sealed class StoreHealth(IJournal journal) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await journal.IsEmptyAsync(cancellationToken);
            return HealthCheckResult.Healthy("answers");
        }
        catch (JournalUnavailableException fault)
        {
            return HealthCheckResult.Unhealthy(fault.Fault.ToString());
        }
    }
}
