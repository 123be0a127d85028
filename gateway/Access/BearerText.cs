using Microsoft.Extensions.Primitives;

namespace EduAnalytics.Gateway.Access;

/// <summary>Reads <c>Authorization: Bearer …</c>.</summary>
internal static class BearerText
{
    private const string Scheme = "Bearer ";

    /// <summary>What the one header of that name holds behind its scheme; null where it is absent, repeated or of another scheme.</summary>
    public static string? Read(StringValues header) =>
        header is [{ } text] && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? text[Scheme.Length..].Trim()
            : null;

    public static string Of(string token) => Scheme + token;
}
