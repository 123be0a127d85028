using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access;

/// <summary>Checks all options at start and names every one that is wrong, with its value and what would be right.</summary>
internal sealed class AccessOptionsCheck : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        List<string> failures =
        [
            .. options.HasIssuer ? OfIssuer(options) : [],
            .. OfIssuerPage(options),
            .. Empty(nameof(options.RoleClaim), options.RoleClaim, "the name of a claim, such as edu_role"),
            .. Empty(nameof(options.UnitClaim), options.UnitClaim, "the name of a claim, such as edu_unit"),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Over plain HTTP whoever sits in between could send keys of his own and sign what he likes.</summary>
    internal static bool IsTrustworthy(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static IEnumerable<string> OfIssuer(AccessOptions options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || !IsTrustworthy(address))
            yield return $"{AccessOptions.Section}:{nameof(options.Authority)} is \"{options.Authority}\"; allowed: an issuer's address over https, or over http on loopback.";
        foreach (var failure in Empty(nameof(options.Audience), options.Audience, "the name under which the issuer knows this system"))
            yield return failure;
    }

    private static IEnumerable<string> OfIssuerPage(AccessOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            if (!string.IsNullOrWhiteSpace(options.ClientSecret))
                yield return $"{AccessOptions.Section}:{nameof(options.ClientSecret)} is set without {nameof(options.ClientId)}; allowed: both, or neither.";
            yield break;
        }
        if (!options.HasIssuer)
            yield return $"{AccessOptions.Section}:{nameof(options.ClientId)} is \"{options.ClientId}\" without {nameof(options.Authority)}; allowed: with the address of the issuer that knows this client.";
        if (!options.Scope.Split(' ').Contains("openid"))
            yield return $"{AccessOptions.Section}:{nameof(options.Scope)} is \"{options.Scope}\"; allowed: names parted by spaces, openid among them.";
    }

    private static IEnumerable<string> Empty(string key, string? value, string allowed)
    {
        if (string.IsNullOrWhiteSpace(value))
            yield return $"{AccessOptions.Section}:{key} is empty; allowed: {allowed}.";
    }
}
