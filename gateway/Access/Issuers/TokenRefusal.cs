using Microsoft.IdentityModel.Tokens;

namespace EduAnalytics.Gateway.Access.Issuers;

/// <summary>Why an issuer's token lets nobody in, for <c>error_description</c> of <c>WWW-Authenticate</c>.</summary>
internal static class TokenRefusal
{
    /// <summary>A sentence that names what was expected; null where the framework's own says enough.</summary>
    public static string? Describe(Exception? failure, AccessOptions access) => failure switch
    {
        UnusableClaimsException => Quotable(failure.Message),
        SecurityTokenInvalidAudienceException => Quotable($"The token is made for another system; its audience (aud) must be '{access.Audience}'."),
        SecurityTokenInvalidIssuerException => Quotable($"The token is not by the issuer at '{access.Authority}'."),
        _ => null,
    };

    /// <summary>Names out of the configuration may have what a quoted text of a header cannot hold.</summary>
    private static string Quotable(string sentence) =>
        string.Create(sentence.Length, sentence, (characters, given) =>
        {
            for (var n = 0; n < given.Length; n++)
                characters[n] = given[n] is >= ' ' and <= '~' and not ('"' or '\\') ? given[n] : '?';
        });
}
