using Microsoft.AspNetCore.Authorization;

namespace EduAnalytics.Gateway.Access.Requirements;

/// <summary>That someone who is let in stands behind the request. Holds for every address that does not say otherwise.</summary>
internal sealed class CallerRequirement : IAuthorizationRequirement;

internal sealed class CallerRequirementCheck(ICallers callers) : AuthorizationHandler<CallerRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, CallerRequirement requirement)
    {
        if (callers.Present(context.User) is not null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
