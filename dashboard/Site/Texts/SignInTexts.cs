namespace EduAnalytics.Dashboard.Texts;

/// <summary>Signing in and out, and that one need not.</summary>
public sealed record SignInTexts
{
    public required string Title { get; init; }

    public required string Introduction { get; init; }

    /// <summary>The button that leads to the issuer's page; {0} its name.</summary>
    public required string AtIssuer { get; init; }

    /// <summary>Between that button and the field for a token.</summary>
    public required string OrToken { get; init; }

    public required string Token { get; init; }

    public required string Submit { get; init; }

    /// <summary>Before the command that makes a token.</summary>
    public required string WhereFrom { get; init; }

    public required string WrongToken { get; init; }

    /// <summary>The issuer did not let the reader in, or is out of reach.</summary>
    public required string IssuerRefused { get; init; }

    /// <summary>The issuer did let the reader in, and said of no role here.</summary>
    public required string NoRole { get; init; }

    public required string StaleForm { get; init; }

    public required string Insecure { get; init; }

    public required string NotNeeded { get; init; }

    public required string OpenDoor { get; init; }

    /// <summary>{0} the name, {1} the role, {2} the unit.</summary>
    public required string SignedInAs { get; init; }

    public required string AllUnits { get; init; }

    public required string SignOut { get; init; }

    public required string EndedTitle { get; init; }

    public required string EndedBody { get; init; }

    public required string Again { get; init; }
}
