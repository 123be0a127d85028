using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access.Elsewhere;

/// <summary>
/// Who reads at a site that asks a gateway elsewhere for everything: whoever shows something is let in to the pages, and the
/// gateway decides at every question whether the right holds. No figure is given out by the site itself.
/// </summary>
internal sealed class PassedOnReaders(IOptions<AccessOptions> options, TimeProvider time) : ICallers
{
    private readonly bool isOpen = !options.Value.IsSignInRequired;

    public Caller? Present(ClaimsPrincipal? user)
    {
        if (user?.Identity is not { IsAuthenticated: true })
            return isOpen ? Caller.Local : null;
        if (user.FindFirstValue(AccessClaims.Role) is null)
            return user.FindFirstValue(AccessClaims.Shown) is null ? null : Caller.Local with { Name = "", Role = Role.Viewer };
        var caller = Caller.Of(user);
        return caller.ExpiresAt <= time.GetUtcNow() ? null : caller;
    }
}
