using EduAnalytics.Gateway.Access.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access;

/// <summary>The ways in which a request can say whose it is.</summary>
internal static class AccessSchemes
{
    /// <summary>Any of the others: which one, the request's own shape decides.</summary>
    public const string Any = "edu";

    public const string Token = "edu-token";

    public const string Issuer = "edu-issuer";

    /// <summary>The issuer's own page: makes a session, and judges no request.</summary>
    public const string IssuerPage = "edu-issuer-page";

    public const string Session = "edu-session";

    /// <summary>What the <c>Authorization</c> header says comes before a browser's session, and never falls back to it.</summary>
    public static string Of(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value;
        if (!options.IsSignInRequired || http.Request.Headers.Authorization.Count == 0)
            return Session;
        var isApiToken = BearerText.Read(http.Request.Headers.Authorization) is { } text && TokenSecret.IsOurs(text);
        return options.HasIssuer && !(options.Tokens && isApiToken) ? Issuer : Token;
    }
}
