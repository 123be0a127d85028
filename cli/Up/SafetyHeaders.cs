using System.Security.Cryptography;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Cli.Up;

/// <summary>What browsers are told to refuse on behalf of this site.</summary>
internal static class SafetyHeaders
{
    public static void UseSafetyHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            ScriptNonce.Set(http, nonce);
            headers.ContentSecurityPolicy = Policy(nonce);
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
        }
        return next(http);
    });

    /// <summary>
    /// Everything from here and nothing from elsewhere, in no foreign frame. Inline styles are allowed, since drawings and
    /// the query page's editor place things by them; of inline scripts only the document's own is. The editor runs its
    /// workers from blobs.
    /// </summary>
    private static string Policy(string nonce) =>
        $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
}
