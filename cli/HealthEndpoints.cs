using EduAnalytics.Cli.Up;

namespace EduAnalytics.Cli;

internal static class HealthEndpoints
{
    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: 200 once it answers with all it has, until then 503
    /// with what it is doing. Whatever watches the process needs no token.
    /// </summary>
    public static void MapEduHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        endpoints.MapGet("/health/ready", (Readiness readiness) => readiness.IsReady
            ? Results.Text("ready")
            : Results.Text(readiness.Doing, statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }
}
