using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed class HttpAudits
{
    [Fact]
    public async Task Every_audit_of_the_public_HTTP_suite_passes()
    {
        await using var server = await TransportServer.StartAsync();

        var printed = await NodeClient.RunAsync("http-audits.mjs", server.Address.ToString());

        var outcomes = JsonDocument.Parse(printed).RootElement.EnumerateArray().ToList();
        // As many as version 1.23.1 of the suite has: fewer would mean that the script ran past some.
        Assert.Equal(61, outcomes.Count);
        Assert.Empty(outcomes
            .Where(outcome => outcome.GetProperty("status").GetString() != "ok")
            .Select(outcome => $"{outcome.GetProperty("id")} {outcome.GetProperty("name")}: {outcome.GetProperty("reason")}"));
    }
}
