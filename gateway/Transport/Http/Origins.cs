using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>Whose pages may write here from a browser: this gateway's own, and those that the options name.</summary>
internal static class Origins
{
    public static bool AreWelcome(string origin, HttpRequest request, GatewayOptions options) =>
        options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
