using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Access.Sessions;

/// <summary>A browser's session for the holder of a token that was found good, by whichever way it came.</summary>
internal static class ReaderSession
{
    /// <summary>For a token that never expires. Whoever has it can sign in again.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromDays(30);

    /// <summary>Sets the cookie; the session ends with the token.</summary>
    /// <param name="kept">What the session is to remember besides.</param>
    public static Task BeginAsync(HttpContext http, ClaimsPrincipal holder, AuthenticationProperties kept)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var end = Caller.Of(holder).ExpiresAt is { } tokens && tokens < now + longest ? tokens : now + longest;
        (kept.IssuedUtc, kept.ExpiresUtc) = (now, end);
        return http.SignInAsync(AccessSchemes.Session, SessionOf(holder, end), kept);
    }

    private static ClaimsPrincipal SessionOf(ClaimsPrincipal holder, DateTimeOffset end) => CallerIdentity.Make(
        AccessSchemes.Session,
        holder.FindFirstValue(AccessClaims.Subject)!,
        Caller.Of(holder) with { ExpiresAt = end },
        holder.FindFirstValue(AccessClaims.Token));
}
