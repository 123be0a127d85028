namespace EduAnalytics.Dashboard;

/// <summary>What a city may want otherwise.</summary>
public sealed class DashboardOptions
{
    /// <summary>
    /// The indicator the compare page opens with; where the catalogue does not hold it, the catalogue's first. The usual
    /// one is what the first customer's own report left unsaid: its share of children in public kindergartens.
    /// </summary>
    public string FirstIndicator { get; set; } = "preschool.public_share";

    /// <summary>Whether readers must sign in. Where they need not, every page says that everyone may do everything.</summary>
    public bool IsSignInRequired { get; set; }

    /// <summary>The name of the issuer at whose page readers may sign in; null where they show a token only.</summary>
    public string? IssuerName { get; set; }
}
