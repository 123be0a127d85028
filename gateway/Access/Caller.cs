using System.Globalization;
using System.Security.Claims;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Access;

/// <summary>On whose behalf something is read or written.</summary>
/// <param name="Unit">The unit at and below which the role holds; null for all units.</param>
/// <param name="ExpiresAt">When the right ends; null for never.</param>
public sealed record Caller(string Name, Role Role, OrgUnitId? Unit, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>Whoever is at this machine, while no sign-in is configured.</summary>
    public static Caller Local { get; } = new("local", Role.Administrator, null);

    /// <summary>Equal for all callers who may see the same: part of the key of whatever is kept of what was shown.</summary>
    public string RightsKey { get; } = $"{Role}@{Unit?.Code}";

    /// <summary>Without a claim of a role: <see cref="Local"/>.</summary>
    public static Caller Of(ClaimsPrincipal user)
    {
        if (!Enum.TryParse<Role>(user.FindFirstValue(AccessClaims.Role), ignoreCase: true, out var role))
            return Local;
        var unit = user.FindFirstValue(AccessClaims.Unit);
        var expires = user.FindFirstValue(AccessClaims.Expires);
        return new Caller(
            user.Identity?.Name ?? "",
            role,
            unit is null ? null : OrgUnitId.Parse(unit),
            expires is null ? null : DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture)));
    }
}
