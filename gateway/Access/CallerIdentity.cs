using System.Globalization;
using System.Security.Claims;

namespace EduAnalytics.Gateway.Access;

/// <summary>Makes the principal that a caller is known by, in our own claims whatever an issuer calls them.</summary>
internal static class CallerIdentity
{
    /// <param name="scheme">Who vouches for it.</param>
    /// <param name="subject">See <see cref="AccessClaims.Subject"/>.</param>
    /// <param name="token">The id of the API token behind it; null where there is none.</param>
    public static ClaimsPrincipal Make(string scheme, string subject, Caller caller, string? token)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, caller.Name));
        identity.AddClaim(new Claim(AccessClaims.Subject, subject));
        identity.AddClaim(new Claim(AccessClaims.Role, RoleText.Of(caller.Role)));
        if (caller.Unit is { } unit)
            identity.AddClaim(new Claim(AccessClaims.Unit, unit.Code));
        if (caller.ExpiresAt is { } end)
            identity.AddClaim(new Claim(AccessClaims.Expires, end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (token is not null)
            identity.AddClaim(new Claim(AccessClaims.Token, token));
        return new ClaimsPrincipal(identity);
    }
}
