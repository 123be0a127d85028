using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Claims;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Access.Issuers;

/// <summary>Reads out of an issuer's claims who comes and with which right.</summary>
internal static class ClaimedCaller
{
    /// <summary>A unit claim of this value means all units.</summary>
    private const string AllUnits = "*";

    /// <remarks>
    /// Nothing is taken for granted. Of several roles none is chosen, and a missing unit is not all units: a claim that
    /// the issuer was not set up to send must not make anyone mightier.
    /// </remarks>
    /// <param name="problem">Why it makes no caller, as a sentence for whoever sets the issuer up.</param>
    public static bool TryRead(
        ClaimsPrincipal claimed,
        AccessOptions options,
        [NotNullWhen(true)] out Caller? caller,
        [NotNullWhen(false)] out string? problem)
    {
        caller = null;
        var roles = RolesOf(claimed, options.RoleClaim);
        if (roles is not [var role])
        {
            problem = $"The claim {options.RoleClaim} names {(roles.Count == 0 ? "no role" : "several roles")}; one of {string.Join(", ", RoleText.All)} is needed.";
            return false;
        }
        if (!TryReadUnit(claimed.FindAll(options.UnitClaim).Select(claim => claim.Value).ToList(), out var unit))
        {
            problem = $"The claim {options.UnitClaim} must name one org unit by its code, or {AllUnits} for all units.";
            return false;
        }
        problem = null;
        caller = new Caller(NameOf(claimed), role, unit, EndOf(claimed));
        return true;
    }

    public static string SubjectOf(ClaimsPrincipal claimed) => claimed.FindFirstValue("sub") ?? NameOf(claimed);

    private static List<Role> RolesOf(ClaimsPrincipal claimed, string claim) => claimed.FindAll(claim)
        .Select(one => RoleText.TryRead(one.Value, out var role) ? role : (Role?)null)
        .OfType<Role>()
        .Distinct()
        .ToList();

    private static bool TryReadUnit(List<string> values, out OrgUnitId? unit)
    {
        unit = null;
        if (values is not [var only])
            return false;
        if (only == AllUnits)
            return true;
        if (!OrgUnitId.TryParse(only, out var id, out _))
            return false;
        unit = id;
        return true;
    }

    private static string NameOf(ClaimsPrincipal claimed) =>
        claimed.FindFirstValue("preferred_username") ?? claimed.FindFirstValue("name") ?? claimed.FindFirstValue("sub") ?? "";

    private static DateTimeOffset? EndOf(ClaimsPrincipal claimed) =>
        claimed.FindFirstValue("exp") is { } end ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(end, CultureInfo.InvariantCulture)) : null;
}
