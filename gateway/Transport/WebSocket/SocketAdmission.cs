using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>Asks everyone who has a say in whether this socket may be used.</summary>
internal sealed class SocketAdmission(HttpContext http, IEnumerable<IConnectionAdmission> deciders)
{
    public async ValueTask<bool> AdmitsAsync(JsonElement? payload)
    {
        foreach (var decider in deciders)
            if (!await decider.AdmitsAsync(http, payload))
                return false;
        return true;
    }
}
