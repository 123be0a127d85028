using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Schema;

public sealed class IndicatorChangedTests(EduServer server) : IClassFixture<EduServer>
{
    [Fact]
    public async Task The_public_WebSocket_client_hears_of_a_dropout_at_a_school_as_a_change_of_its_district()
    {
        var events = Enumerable.Range(0, 20).Select(n => new { student = $"live{n}", kind = "ENROLLED", date = "2024-03-01" });
        await server.DataAsync(
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted } }",
            new { input = new { submissionId = "live-enrol", school = "230404-yifu-primary", events } });

        var printed = await NodeClient.RunAsync(
            "indicator-changed.mjs",
            new UriBuilder(server.Address) { Scheme = "ws" }.Uri.ToString(), "230404", "230404-yifu-primary", "live");

        var heard = JsonDocument.Parse(printed).RootElement;
        Assert.All(heard.GetProperty("mutations").EnumerateArray(), mutation => Assert.Equal(1, mutation.GetProperty("accepted").GetInt32()));
        Assert.Equal("230404", heard.GetProperty("change").GetProperty("orgUnit").GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_public_client_that_lost_its_connection_begins_again_with_the_present_value()
    {
        await server.ReportAsync("230402", new { code = "safety.major_incidents", period = "2024", value = 5 });

        var printed = await NodeClient.RunAsync(
            "indicator-resumed.mjs", new UriBuilder(server.Address) { Scheme = "ws" }.Uri.ToString(), "230402", "safety.major_incidents");

        var seen = JsonDocument.Parse(printed).RootElement;
        Assert.Equal(2, seen.GetProperty("connections").GetInt32());
        Assert.Equal("[5,6]", seen.GetProperty("values").GetRawText());
    }

    [Theory]
    [InlineData("""indicatorChanged(orgUnits: ["999"])""", "UNKNOWN_ORG_UNIT", "999")]
    [InlineData("""indicatorChanged(orgUnits: ["230404"], indicators: ["nonsense"])""", "UNKNOWN_INDICATOR", "nonsense")]
    [InlineData("""indicatorChanged(orgUnits: [])""", "BAD_ARGUMENT", "orgUnits")]
    public async Task A_subscription_to_what_does_not_exist_is_refused_with_the_input(string field, string code, string input)
    {
        var query = Uri.EscapeDataString($"subscription {{ {field} {{ value }} }}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}?query={query}");
        request.Headers.Add("Accept", "text/event-stream");

        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"\"code\":\"{code}\"", text);
        Assert.Contains($"\"input\":\"{input}\"", text);
    }
}
