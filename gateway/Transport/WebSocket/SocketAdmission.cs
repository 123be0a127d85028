using System.Text.Json;
using EduAnalytics.Gateway.Access;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>Asks everyone who has a say in whether this socket may be used, and tells when its caller's right ends.</summary>
internal sealed class SocketAdmission(HttpContext http, IEnumerable<IConnectionAdmission> deciders, CallerWatch watch)
{
    public async ValueTask<bool> AdmitsAsync(JsonElement? payload)
    {
        foreach (var decider in deciders)
            if (!await decider.AdmitsAsync(http, payload))
                return false;
        return true;
    }

    /// <summary>For a socket that was admitted; to be disposed when the socket closes.</summary>
    public CallerWatch.Watched Follow() => watch.Follow(http.User);
}
