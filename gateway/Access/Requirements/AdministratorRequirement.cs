using Microsoft.AspNetCore.Authorization;

namespace EduAnalytics.Gateway.Access.Requirements;

/// <summary>That an administrator of all units stands behind the request: what it shows is of the machines, and of no unit.</summary>
internal sealed class AdministratorRequirement : IAuthorizationRequirement;

internal sealed class AdministratorRequirementCheck(ICallers callers) : AuthorizationHandler<AdministratorRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AdministratorRequirement requirement)
    {
        if (callers.Present(context.User) is { Role: Role.Administrator, Unit: null })
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
