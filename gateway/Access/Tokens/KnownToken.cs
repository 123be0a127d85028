using System.Security.Claims;
using System.Security.Cryptography;
using EduAnalytics.Domain.Access;

namespace EduAnalytics.Gateway.Access.Tokens;

/// <summary>A token with what every request that shows it needs, made once.</summary>
internal sealed class KnownToken(AccessToken token)
{
    private readonly byte[] secretHash = Convert.FromHexString(token.SecretHash);

    public AccessToken Token => token;

    /// <summary>Whom the token lets in; null where its role is not known to this program. Shared by all requests: not to be changed.</summary>
    public ClaimsPrincipal? Holder { get; } = HolderOf(token);

    /// <summary>Takes as long for a hash that differs at its start as for one that differs at its end.</summary>
    public bool Matches(string text) => CryptographicOperations.FixedTimeEquals(secretHash, TokenSecret.HashOf(text));

    private static ClaimsPrincipal? HolderOf(AccessToken token) => RoleText.TryRead(token.Role, out var role)
        ? CallerIdentity.Make(
            AccessSchemes.Token,
            $"token:{token.Id}",
            new Caller(token.Name.Length > 0 ? token.Name : token.Id, role, token.Unit, token.ExpiresAt),
            token.Id)
        : null;
}
