namespace EduAnalytics.Gateway.Access;

/// <summary>The claims by which a caller is known, whoever vouches for it.</summary>
public static class AccessClaims
{
    public const string Role = "edu_role";

    /// <summary>The org unit's code; without it the role holds for all units.</summary>
    public const string Unit = "edu_unit";

    /// <summary>When the right ends, in seconds since 1970, as in a JWT.</summary>
    public const string Expires = "exp";

    /// <summary>Tells one caller from every other: <c>token:</c> and the token's id, or <c>issuer:</c> and the issuer's name for it.</summary>
    public const string Subject = "sub";

    /// <summary>The id of the API token that vouches for the caller, itself or by a session; absent for an issuer's.</summary>
    public const string Token = "edu_token";

    /// <summary>What the caller showed, as a header's name and value, at a site that passes it on to the gateway elsewhere.</summary>
    public const string Shown = "edu_shown";
}
