using System.Security.Claims;

namespace EduAnalytics.Dashboard.SignIn;

/// <summary>
/// What a page knows of its reader: enough to leave out what the gateway would refuse. The gateway decides all the same.
/// </summary>
/// <param name="Role">The gateway's word for the role; null where nobody was asked, who may do everything.</param>
/// <param name="Unit">The unit at which the role holds; null for all.</param>
public sealed record ReaderRole(string? Role, string? Unit)
{
    // The gateway's names for what it knows of a caller.
    private const string RoleClaim = "edu_role";
    private const string UnitClaim = "edu_unit";

    public static ReaderRole Of(ClaimsPrincipal reader) => new(reader.FindFirst(RoleClaim)?.Value, reader.FindFirst(UnitClaim)?.Value);

    /// <summary>Whether the reader may say that a finding about a unit within its reach is known.</summary>
    public bool AcknowledgesFor(string unit) => Role?.ToLowerInvariant() switch
    {
        null or "administrator" or "monitor" => true,
        "reporter" => Unit == unit,
        _ => false,
    };
}
