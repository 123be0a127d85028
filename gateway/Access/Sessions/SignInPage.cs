using EduAnalytics.Gateway.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace EduAnalytics.Gateway.Access.Sessions;

/// <summary>The dashboard's page that asks for a token, by its address.</summary>
internal static class SignInPage
{
    public const string Path = "/sign-in";
    public const string SessionPath = "/session";

    /// <summary>Whether someone opens an address in a browser, whom a page serves better than a status.</summary>
    public static bool IsFor(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && AnswerMediaNegotiation.Preferred(request.Headers.Accept) == AnswerMedia.Page;

    /// <summary>What an address of the dashboard says of its look: language and theme.</summary>
    private static readonly string[] looks = ["lang", "theme"];

    /// <summary>The page's address for a reader who asked for something else, and gets it after signing in.</summary>
    public static string AddressFor(HttpRequest asked)
    {
        var address = AddressFor(asked.GetEncodedPathAndQuery(), null);
        foreach (var look in looks)
            if (asked.Query[look] is [{ Length: > 0 } chosen, ..])
                address = QueryHelpers.AddQueryString(address, look, chosen);
        return address;
    }

    /// <param name="failed">Why the last try failed: token, form, insecure, issuer, role; null for a first one.</param>
    public static string AddressFor(string to, string? failed)
    {
        var query = new QueryBuilder();
        if (to != "/")
            query.Add("to", to);
        if (failed is not null)
            query.Add("failed", failed);
        return Path + query.ToQueryString();
    }

    /// <summary>An address of this site; the start page for any other, so that no link leads through a sign-in to a foreign page.</summary>
    public static string LocalOrStart(string? to) =>
        to is ['/', ..] and not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) ? to : "/";

    /// <summary>On to a page, by GET whatever came.</summary>
    public static void SeeOther(HttpContext http, string address)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
    }
}
