using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Access.Sessions;

/// <summary>
/// A page that leads on by itself. A redirect still counts as coming from where it began: after the issuer's page the browser
/// would not send our session's cookie along it, and from our form it would not follow it to the issuer.
/// </summary>
internal static class PassagePage
{
    public static Task WriteAsync(HttpContext http, string address)
    {
        var to = HtmlEncoder.Default.Encode(address);
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.Headers.Location = default;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>EduAnalytics</title><meta http-equiv=\"refresh\" content=\"0;url={to}\"></head>"
            + $"<body><p><a href=\"{to}\">→</a></p></body></html>",
            http.RequestAborted);
    }
}
