using System.Security.Claims;
using EduAnalytics.Gateway.Access;
using Microsoft.AspNetCore.Builder;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>
/// Takes a request's caller from a header, <c>VIEWER@230404</c> or <c>ANALYST@*</c>, or <c>VIEWER@230404@wang</c> where it
/// matters who it is, in the claims that every way of signing in ends with. Without the header the request comes from whoever is at this machine.
/// </summary>
internal static class TestCallers
{
    public const string Header = "X-Test-Caller";

    /// <summary>Under which name the caller is counted; without it all are one.</summary>
    public const string NameHeader = "X-Test-Name";

    public static IApplicationBuilder UseTestCallers(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Headers[Header] is [{ } named])
            http.User = Principal(named, http.Request.Headers[NameHeader]);
        return next();
    });

    public static string Name(Role role, string? unit) => $"{role}@{unit ?? "*"}";

    public static ClaimsPrincipal Principal(string named, string? countedAs = null)
    {
        var (role, unit) = (named.Split('@')[0], named.Split('@')[1]);
        var identity = new ClaimsIdentity([new Claim(AccessClaims.Role, role)], "test");
        if (unit != "*")
            identity.AddClaim(new Claim(AccessClaims.Unit, unit));
        if (countedAs is not null)
            identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, countedAs));
        if (named.Split('@') is [_, _, var subject])
            identity.AddClaim(new Claim(AccessClaims.Subject, subject));
        return new ClaimsPrincipal(identity);
    }
}
