using System.Security.Claims;

namespace EduAnalytics.Gateway.Access;

/// <summary>Takes the claims at their word until they expire.</summary>
internal sealed class ClaimedCallers(TimeProvider time) : ICallers
{
    public Caller? Present(ClaimsPrincipal? user)
    {
        if (user is null)
            return Caller.Local;

        // Whoever did sign in, and is given no role that is known here, is not whoever sits at this machine.
        if (user.Identity is { IsAuthenticated: true } && !HasKnownRole(user))
            return null;
        var caller = Caller.Of(user);
        return caller.ExpiresAt <= time.GetUtcNow() ? null : caller;
    }

    private static bool HasKnownRole(ClaimsPrincipal user) =>
        Enum.TryParse<Role>(user.FindFirstValue(AccessClaims.Role), ignoreCase: true, out var role) && Enum.IsDefined(role);
}
