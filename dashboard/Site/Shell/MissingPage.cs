using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>Answers that what was asked for does not exist, with a page that says so.</summary>
internal static class MissingPage
{
    /// <summary>
    /// The status is set when the body begins: Blazor leaves the body out of a response whose status is 404 before.
    /// </summary>
    /// <param name="http">Null in a circuit, where there is no response to mark.</param>
    public static void Mark(HttpContext? http) => http?.Response.OnStarting(() =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
