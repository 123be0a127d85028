using System.Globalization;
using System.Security.Claims;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Access;

/// <summary>On whose behalf something is read or written.</summary>
/// <param name="Unit">The unit at and below which the role holds; null for all units.</param>
/// <param name="ExpiresAt">When the right ends; null for never.</param>
public sealed record Caller(string Name, Role Role, OrgUnitId? Unit, DateTimeOffset? ExpiresAt = null)
{
    private const string LocalSubject = "local";

    /// <summary>Whoever is at this machine, while no sign-in is configured.</summary>
    public static Caller Local { get; } = new("local", Role.Administrator, null);

    /// <summary>
    /// Tells the caller from every other, whatever it is called: what is a caller's own is kept under it. One for all who are
    /// at this machine while no sign-in is configured.
    /// </summary>
    public string Subject { get; init; } = LocalSubject;

    /// <summary>
    /// What the caller's rights depend on, and nothing else: two callers of one key may be given one answer. Part of the key
    /// of whatever keeps answers.
    /// </summary>
    public string RightsKey => $"{Role}@{Unit?.Code ?? "*"}";

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
            expires is null ? null : DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture)))
        {
            // Whoever signed in is nobody at this machine, also where an issuer gave no subject.
            Subject = user.FindFirstValue(AccessClaims.Subject) ?? $"name:{user.Identity?.Name}",
        };
    }
}
