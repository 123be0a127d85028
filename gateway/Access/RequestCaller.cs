using System.Security.Claims;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Access;

/// <summary>The caller of one request, or of one event of a subscription: its scope ends with it.</summary>
internal sealed class RequestCaller(ICallers callers)
{
    private Caller? known;

    /// <exception cref="QueryRefusedException">The right has ended.</exception>
    public Caller Of(ClaimsPrincipal? user) => known ??= callers.Present(user) ?? throw Forbidden.Ended();
}
