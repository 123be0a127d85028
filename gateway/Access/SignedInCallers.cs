using System.Security.Claims;
using EduAnalytics.Gateway.Access.Tokens;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access;

/// <summary>
/// Whoever was let in, for as long as the right lasts: not after its end, and not after the token behind it was revoked.
/// Where no sign-in is configured, whoever comes without a name is <see cref="Caller.Local"/>.
/// </summary>
internal sealed class SignedInCallers(IOptions<AccessOptions> options, TokenRegister tokens, TimeProvider time) : ICallers
{
    private readonly bool isOpen = !options.Value.IsSignInRequired;

    public Caller? Present(ClaimsPrincipal? user)
    {
        if (user?.Identity is not { IsAuthenticated: true })
            return isOpen ? Caller.Local : null;

        // Whoever did sign in, and is given no role that is known here, is not whoever sits at this machine.
        if (!RoleText.TryRead(user.FindFirstValue(AccessClaims.Role), out _))
            return null;
        var caller = Caller.Of(user);
        var now = time.GetUtcNow();
        return caller.ExpiresAt <= now || IsWithdrawn(user, now) ? null : caller;
    }

    private bool IsWithdrawn(ClaimsPrincipal user, DateTimeOffset now) =>
        user.FindFirstValue(AccessClaims.Token) is { } id && tokens.Find(id)?.Token.HoldsAt(now) != true;
}
