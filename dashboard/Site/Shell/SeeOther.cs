using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>The answer to a form that was taken: a page to look at, which a reload does not send again.</summary>
/// <param name="path">Of this site.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
