using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>
/// The word by which a browser knows the document's own inline script from one that was smuggled in. The host makes one for
/// each request and names it in <c>Content-Security-Policy</c>; without one the document says nothing.
/// </summary>
public static class ScriptNonce
{
    private static readonly object key = new();

    public static void Set(HttpContext http, string nonce) => http.Items[key] = nonce;

    public static string? Of(HttpContext? http) => http?.Items[key] as string;
}
