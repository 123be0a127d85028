using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.Rates;

/// <summary>
/// Who is counted as one caller: whoever is signed in under a name, wherever from; else the address. Of an IPv6 address the
/// network half counts, for a subscriber has all of the other.
/// </summary>
/// <param name="IsThisMachine">True for a caller on this machine who is not signed in.</param>
internal sealed record CallerKey(string Text, bool IsThisMachine)
{
    private const int NetworkBytes = 8;

    public static CallerKey Of(HttpContext http) => Of(http.User, http.Connection.RemoteIpAddress);

    public static CallerKey Of(ClaimsPrincipal user, IPAddress? address)
    {
        if (user.Identity is { IsAuthenticated: true } identity)
        {
            var name = user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.FindFirstValue("sub") ?? identity.Name ?? "";
            return new CallerKey($"user {name}", false);
        }

        var from = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return new CallerKey($"address {Network(from)}", from is null || IPAddress.IsLoopback(from));
    }

    private static string Network(IPAddress? address) =>
        address?.GetAddressBytes() is { Length: > 4 } bytes
            ? Convert.ToHexStringLower(bytes.AsSpan(0, NetworkBytes))
            : address?.ToString() ?? "none";
}
