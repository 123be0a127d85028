using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EduAnalytics.Cli.Roles.Health;

/// <summary>What a process of a cluster answers to whatever watches it.</summary>
internal static class RoleHealth
{
    public static void AddRoleHealth(this IHostApplicationBuilder builder) => builder.Services.AddHealthChecks();

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: 200 where all that it needs is there, else 503; a line
    /// for each says what is missing. Nobody needs a token.
    /// </summary>
    public static void MapRoleHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        endpoints.MapGet("/health/ready", async (HealthCheckService checks, CancellationToken ending) =>
        {
            var report = await checks.CheckHealthAsync(ending);
            return Results.Text(TextOf(report), statusCode: report.Status == HealthStatus.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }

    private static string TextOf(HealthReport report)
    {
        var text = new StringBuilder(report.Status == HealthStatus.Healthy ? "ready" : "not ready");
        foreach (var (name, entry) in report.Entries)
            text.Append('\n').Append(name).Append(": ").Append(entry.Description ?? entry.Status.ToString());
        return text.ToString();
    }
}
