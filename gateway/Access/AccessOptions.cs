namespace EduAnalytics.Gateway.Access;

/// <summary>Who is let in; section <c>Gateway:Access</c> of the configuration.</summary>
public sealed class AccessOptions
{
    public const string Section = "Gateway:Access";

    /// <summary>Whether API tokens (<c>edu token create</c>) let their holders in.</summary>
    public bool Tokens { get; set; }

    /// <summary>
    /// The address of an OpenID Connect issuer whose access tokens let their holders in, as its discovery document names
    /// it: <c>https://login.example/realms/city</c>. Empty for none.
    /// </summary>
    public string Authority { get; set; } = "";

    /// <summary>The name under which the issuer knows this system; its access tokens must be made for it.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The claim of the issuer's access tokens that names the role.</summary>
    public string RoleClaim { get; set; } = AccessClaims.Role;

    /// <summary>The claim that names the org unit by its code, or <c>*</c> for all units.</summary>
    public string UnitClaim { get; set; } = AccessClaims.Unit;

    /// <summary>
    /// As what the issuer knows the dashboard that sends its readers to the issuer's own page (the authorization code flow).
    /// Empty for none: then the sign-in page takes tokens only.
    /// </summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client's secret; empty for a public client, which PKCE alone protects.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the issuer is asked for, parted by spaces; some make an access token for us only if its scope is named.</summary>
    public string Scope { get; set; } = "openid profile";

    /// <summary>Whether an OpenID Connect issuer is named.</summary>
    public bool HasIssuer => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>Whether readers may sign in at the issuer's own page.</summary>
    public bool HasIssuerPage => HasIssuer && !string.IsNullOrWhiteSpace(ClientId);

    /// <summary>False where everyone who reaches the address is let in as an administrator.</summary>
    public bool IsSignInRequired => Tokens || HasIssuer;
}
