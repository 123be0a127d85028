using Microsoft.AspNetCore.Components.Authorization;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>
/// What the reader of a page or circuit showed when he came, a session's cookie or a token, for the gateway to see with every
/// question. A circuit has no request of its own: it is in what is known of the reader.
/// </summary>
public sealed class ReaderHeader(AuthenticationStateProvider reader)
{
    // The gateway's name for it.
    private const string Claim = "edu_shown";

    /// <returns>A header's name and value; null where nobody signs in.</returns>
    public async ValueTask<(string Name, string Value)?> ReadAsync()
    {
        var shown = (await reader.GetAuthenticationStateAsync()).User.FindFirst(Claim)?.Value.Split(": ", 2);
        return shown is [var name, var value] ? (name, value) : null;
    }
}
