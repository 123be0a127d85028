using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>Language and theme of a request: its address first, then what the reader chose before.</summary>
internal static class VisitorRequest
{
    private const string LanguageName = "lang";
    private const string ThemeName = "theme";

    /// <summary>Reads the choice and keeps a new one in a cookie, so that a link without it stays in the same language.</summary>
    public static Visitor Read(HttpContext http)
    {
        var request = http.Request;
        var language = Language.Find(request.Query[LanguageName])?.Code;
        var theme = Visitor.FindTheme(request.Query[ThemeName]) is { } known ? Visitor.CodeOf(known) : null;
        Keep(http, LanguageName, language);
        Keep(http, ThemeName, theme);
        return Visitor.From(language ?? request.Cookies[LanguageName], theme ?? request.Cookies[ThemeName]);
    }

    private static void Keep(HttpContext http, string name, string? chosen)
    {
        if (chosen is null || http.Request.Cookies[name] == chosen)
            return;
        http.Response.Cookies.Append(name, chosen, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            IsEssential = true,
            Secure = http.Request.IsHttps,
        });
    }
}
