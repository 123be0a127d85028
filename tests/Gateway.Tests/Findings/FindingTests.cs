using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Findings;

public sealed class FindingTests(EduServer server) : IClassFixture<EduServer>
{
    [Fact]
    public async Task A_missed_target_is_among_the_districts_findings_with_both_numbers_and_its_source()
    {
        await server.ReportAsync("230402", new { code = "fitness.excellent_good_rate", period = "2023", value = 3.4 });

        var data = await server.DataAsync("""
            { orgUnit(id: "230402") { findings(period: "2023") {
                rule severity message messageEn values period stage subject orgUnit { id }
                sources { document section } numbers { value kind code period indicator { code } setBy sources { document quote recordedAt submissionId orgUnit { id } } } definition { name nameEn why whyEn } } } }
            """);

        var finding = Assert.Single(
            data.GetProperty("orgUnit").GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "target.missed");
        Assert.Equal("CRITICAL", finding.GetProperty("severity").GetString());
        Assert.Equal("2023年体质健康优良率为3.4%，目标为不低于50%，差46.6。", finding.GetProperty("message").GetString());
        Assert.Equal([3.4m, 50m], finding.GetProperty("values").EnumerateArray().Select(value => value.GetDecimal()));
        Assert.Equal("230402", finding.GetProperty("orgUnit").GetProperty("id").GetString());
        Assert.Equal("自评报告", finding.GetProperty("sources")[0].GetProperty("document").GetString());
        var numbers = finding.GetProperty("numbers");
        Assert.Equal(
            ("STATED", "fitness.excellent_good_rate", "2023", "230402"),
            (numbers[0].GetProperty("kind").GetString(), numbers[0].GetProperty("indicator").GetProperty("code").GetString(), numbers[0].GetProperty("period").GetString(),
                numbers[0].GetProperty("sources")[0].GetProperty("orgUnit").GetProperty("id").GetString()));
        Assert.Equal("TARGET", numbers[1].GetProperty("kind").GetString());
        Assert.Contains("国发〔2019〕13号", numbers[1].GetProperty("setBy").GetString(), StringComparison.Ordinal);
        Assert.Equal("Target missed", finding.GetProperty("definition").GetProperty("nameEn").GetString());
    }

    [Fact]
    public async Task A_school_far_from_its_peers_has_the_sources_of_its_own_value()
    {
        for (var n = 0; n < 7; n++)
        {
            await server.Register(EduServer.Unit($"230402-far-{n}", $"远{n}", null, OrgUnitLevel.School, "230402", SchoolStage.Primary));
            await server.ReportAsync($"230402-far-{n}", new { code = "health.myopia_rate", period = "2021", stage = "PRIMARY", value = n == 3 ? 90 : 40 + n });
        }

        // The rows of seven schools come to the district one by one; each answer is asked for anew until the last is there.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        JsonElement[] found;
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            var data = await server.DataAsync("""{ orgUnit(id: "230402-far-3") { findings(period: "2021") { rule values sources { document section } numbers { kind code label sources { document } } } } }""");
            found = [.. data.GetProperty("orgUnit").GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("rule").GetString() == "peers.far")];
        }
        while (found.Length == 0);

        Assert.Equal("自评报告", Assert.Single(found).GetProperty("sources")[0].GetProperty("document").GetString());
        Assert.Equal(4, found[0].GetProperty("values").GetArrayLength());
        var numbers = found[0].GetProperty("numbers").EnumerateArray().ToList();
        Assert.Equal(["STATED", "OTHERS", "OTHERS", "OTHERS"], numbers.Select(number => number.GetProperty("kind").GetString()));
        Assert.Equal("自评报告", numbers[0].GetProperty("sources")[0].GetProperty("document").GetString());
        Assert.All(numbers.Skip(1), number => Assert.Empty(number.GetProperty("sources").EnumerateArray()));
    }

    [Fact]
    public async Task Another_period_has_other_findings()
    {
        await server.ReportAsync("230402", new { code = "safety.food_incidents", period = "2022", value = 1 });

        var data = await server.DataAsync("""{ orgUnit(id: "230402") { in2021: findings(period: "2021") { rule } in2022: findings(period: "2022") { rule } } }""");

        Assert.Empty(data.GetProperty("orgUnit").GetProperty("in2021").EnumerateArray());
        Assert.NotEmpty(data.GetProperty("orgUnit").GetProperty("in2022").EnumerateArray());
    }

    [Fact]
    public async Task The_public_WebSocket_client_hears_of_staff_who_do_not_add_up()
    {
        var printed = await NodeClient.RunAsync(
            "finding-raised.mjs", new UriBuilder(server.Address) { Scheme = "ws" }.Uri.ToString(), "230404", "raised", "parts.kindergarten_staff");

        var finding = JsonDocument.Parse(printed).RootElement;
        Assert.Equal(("parts.kindergarten_staff", "WARNING"), (finding.GetProperty("rule").GetString(), finding.GetProperty("severity").GetString()));
        Assert.Equal([17m, 71m, 91m], finding.GetProperty("values").EnumerateArray().Select(value => value.GetDecimal()));
        Assert.Equal("KINDERGARTEN", finding.GetProperty("stage").GetString());
    }

    [Theory]
    [InlineData("""findingRaised(orgUnits: ["999"])""", "UNKNOWN_ORG_UNIT")]
    [InlineData("""findingRaised(orgUnits: [])""", "BAD_ARGUMENT")]
    public async Task Findings_about_what_does_not_exist_are_refused(string field, string code)
    {
        var query = Uri.EscapeDataString($"subscription {{ {field} {{ rule }} }}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}?query={query}");
        request.Headers.Add("Accept", "text/event-stream");

        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains($"\"code\":\"{code}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
