using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using EduAnalytics.Domain.Access;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Access.Tokens;

/// <summary>
/// The text of an API token: <c>edu_</c>, its id, <c>_</c> and 256 random bits in base64url. The prefix lets scanners of
/// source code find a token that someone has committed; the id tells which one to revoke.
/// </summary>
/// <remarks>
/// The store keeps the text's SHA-256. That is enough, because nobody can try out 256 random bits; the slow hashes made for
/// passwords make up for what people choose, and would cost their time at every request.
/// </remarks>
public static class TokenSecret
{
    private const string Prefix = "edu_";
    private const int IdLength = 10;
    private const int SecretBytes = 32;

    /// <summary>Without letters and digits that look alike: an id is read aloud and typed.</summary>
    private const string IdLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly int SecretLength = Base64Url.GetEncodedLength(SecretBytes);

    /// <summary>Makes a new token.</summary>
    /// <returns>What the store keeps, and the text, which is nowhere kept and cannot be had again.</returns>
    public static (AccessToken Token, string Text) Make(
        string name, Role role, OrgUnitId? unit, DateTimeOffset createdAt, DateTimeOffset? expiresAt)
    {
        var id = RandomNumberGenerator.GetString(IdLetters, IdLength);
        var text = $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (new AccessToken(id, Convert.ToHexStringLower(HashOf(text)), name, RoleText.Of(role), unit, createdAt, expiresAt), text);
    }

    /// <summary>Whether a text means to be an API token, whole or not.</summary>
    internal static bool IsOurs(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The id in the text; false where it has not the shape of a token.</summary>
    internal static bool TryReadId(string text, [NotNullWhen(true)] out string? id)
    {
        id = null;
        var secretAt = Prefix.Length + IdLength + 1;
        if (!IsOurs(text) || text.Length != secretAt + SecretLength || text[secretAt - 1] != '_' || !Ascii.IsValid(text))
            return false;
        id = text.Substring(Prefix.Length, IdLength);
        return true;
    }

    internal static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
