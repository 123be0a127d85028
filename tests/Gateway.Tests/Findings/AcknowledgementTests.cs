using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Findings;

/// <summary>A person's word on a finding: given, read back in lists of every unit above, and void where a number changes.</summary>
public sealed class AcknowledgementTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Acknowledge =
        "mutation ($input: AcknowledgeFindingInput!) { acknowledgeFinding(input: $input) { accepted duplicate errors { code field } } }";

    private const string List = """
        query ($at: ID!, $state: FindingState) { allFindings(at: $at, state: $state, rule: "target.missed", first: 500) {
          nodes { id orgUnit { id } period values acknowledgement { by note at } } counts { states { state count } } } }
        """;

    [Fact]
    public async Task A_word_on_a_schools_finding_is_read_at_once_in_the_lists_of_all_units_above_it()
    {
        var unit = await SchoolMissing("230402-ack-1");
        var finding = await Standing(unit, "230402");
        var word = (await server.DataAsync(Acknowledge, new { input = new { submissionId = "a1", finding = Id(finding), note = "复测已安排", seen = new[] { 3.4, 50 } } }))
            .GetProperty("acknowledgeFinding");
        Assert.Equal("""{"accepted":1,"duplicate":false,"errors":[]}""", word.GetRawText());

        foreach (var at in new[] { unit, "230402", "230400" })
        {
            var known = Assert.Single(Nodes(await Ask(at, "ACKNOWLEDGED")), node => UnitOf(node) == unit).GetProperty("acknowledgement");
            Assert.Equal(("local", "复测已安排"), (known.GetProperty("by").GetString(), known.GetProperty("note").GetString()));
            Assert.DoesNotContain(Nodes(await Ask(at, "OPEN")), node => UnitOf(node) == unit);
        }
    }

    [Fact]
    public async Task A_number_that_changes_opens_the_finding_again_and_the_same_number_again_closes_it()
    {
        var unit = await SchoolMissing("230402-ack-2");
        await Say("a2", Id(await Standing(unit, unit)));

        await server.ReportAsync(unit, new { code = "fitness.excellent_good_rate", period = "2023", value = 5.1 });
        Assert.Equal("null", Assert.Single(Nodes(await Ask(unit))).GetProperty("acknowledgement").GetRawText());

        await server.ReportAsync(unit, new { code = "fitness.excellent_good_rate", period = "2023", value = 3.4 });
        Assert.NotEqual("null", Assert.Single(Nodes(await Ask(unit))).GetProperty("acknowledgement").GetRawText());
    }

    [Fact]
    public async Task The_public_WebSocket_client_hears_of_a_word_and_of_its_withdrawal()
    {
        var unit = await SchoolMissing("230402-ack-heard");
        var finding = Id(await Standing(unit, unit));

        var printed = await NodeClient.RunAsync("finding-word.mjs", new UriBuilder(server.Address) { Scheme = "ws" }.Uri.ToString(), unit, finding);

        var told = JsonDocument.Parse(printed).RootElement;
        Assert.Equal([finding, finding], told.EnumerateArray().Select(word => word.GetProperty("id").GetString()));
        Assert.Equal("known", told[0].GetProperty("acknowledgement").GetProperty("note").GetString());
        Assert.Equal(JsonValueKind.Null, told[1].GetProperty("acknowledgement").ValueKind);
    }

    [Fact]
    public async Task A_word_can_be_withdrawn()
    {
        var unit = await SchoolMissing("230402-ack-3");
        var finding = Id(await Standing(unit, unit));
        await Say("a3", finding);

        var answer = await server.DataAsync(
            """mutation ($finding: ID!) { withdrawAcknowledgement(input: { submissionId: "w3", finding: $finding }) { accepted errors { code } } }""", new { finding });

        Assert.Equal("""{"accepted":1,"errors":[]}""", answer.GetProperty("withdrawAcknowledgement").GetRawText());
        Assert.Equal("""[{"state":"OPEN","count":1}]""", (await Ask(unit)).GetProperty("counts").GetProperty("states").GetRawText());
    }

    [Fact]
    public async Task A_finding_that_its_parent_found_is_acknowledged_in_the_units_own_journal()
    {
        for (var n = 0; n < 7; n++)
        {
            await server.Register(EduServer.Unit($"230402-odd-{n}", $"奇{n}", null, OrgUnitLevel.School, "230402", SchoolStage.Primary));
            await server.ReportAsync($"230402-odd-{n}", new { code = "health.myopia_rate", period = "2020", stage = "PRIMARY", value = n == 3 ? 90 : 40 + n });
        }

        // A word is on numbers: those of the last of the seven schools must be in.
        const string query = """{ orgUnit(id: "230402-odd-3") { findings(period: "2020") { id rule values acknowledgement { note } } open: findings(period: "2020", state: OPEN) { rule } } }""";
        var far = await Until(query, "findings", node => IsFar(node) && node.GetProperty("values")[3].GetDecimal() == 6);
        await Say("odd", Id(far));

        var unit = (await server.DataAsync(query)).GetProperty("orgUnit");
        Assert.Equal("已核实", Assert.Single(unit.GetProperty("findings").EnumerateArray(), IsFar).GetProperty("acknowledgement").GetProperty("note").GetString());
        Assert.DoesNotContain(unit.GetProperty("open").EnumerateArray(), IsFar);

        static bool IsFar(JsonElement node) => node.GetProperty("rule").GetString() == "peers.far";
    }

    [Theory]
    [InlineData("VIEWER@230402", "null", "null")]
    [InlineData("MONITOR@230402", "\"local\"", "\"已核实\"")]
    public async Task That_a_finding_is_known_is_told_to_everyone_and_the_words_to_the_units_staff(string caller, string by, string note)
    {
        var unit = await SchoolMissing("230402-ack-4");
        await Say("a4", Id(await Standing(unit, "230402")));

        var answer = await server.AskAsync(List, new { at = unit, state = "ACKNOWLEDGED" }, caller);

        var known = Assert.Single(Nodes(answer.GetProperty("data").GetProperty("allFindings"))).GetProperty("acknowledgement");
        Assert.Equal((by, note), (known.GetProperty("by").GetRawText(), System.Text.RegularExpressions.Regex.Unescape(known.GetProperty("note").GetRawText())));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("dGFyZ2V0Lm1pc3NlZA")]
    public async Task What_is_no_findings_id_is_refused_with_the_field(string finding)
    {
        var refused = (await server.DataAsync(Acknowledge, new { input = new { submissionId = "bad", finding, note = "x" } })).GetProperty("acknowledgeFinding");

        Assert.Equal("""[{"code":"UNKNOWN_FINDING","field":"finding"}]""", refused.GetProperty("errors").GetRawText());
    }

    private async Task<string> SchoolMissing(string code)
    {
        await server.Register(EduServer.Unit(code, code, null, OrgUnitLevel.School, "230402", SchoolStage.Primary));
        await server.ReportAsync(code, new { code = "fitness.excellent_good_rate", period = "2023", value = 3.4 });
        return code;
    }

    /// <summary>The school's finding in the list of a unit, which hears of it a moment later.</summary>
    private async Task<JsonElement> Standing(string unit, string at)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (Nodes(await Ask(at)).FirstOrDefault(node => UnitOf(node) == unit) is { ValueKind: JsonValueKind.Object } found)
                return found;
        }
    }

    private async Task<JsonElement> Until(string query, string list, Func<JsonElement, bool> wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            var nodes = (await server.DataAsync(query)).GetProperty("orgUnit").GetProperty(list).EnumerateArray();
            if (nodes.FirstOrDefault(wanted) is { ValueKind: JsonValueKind.Object } found)
                return found;
        }
    }

    private async Task Say(string submissionId, string finding) =>
        Assert.Equal("[]", (await server.DataAsync(Acknowledge, new { input = new { submissionId, finding, note = "已核实" } }))
            .GetProperty("acknowledgeFinding").GetProperty("errors").GetRawText());

    private async Task<JsonElement> Ask(string at, string? state = null) => (await server.DataAsync(List, new { at, state })).GetProperty("allFindings");

    private static IEnumerable<JsonElement> Nodes(JsonElement list) => list.GetProperty("nodes").EnumerateArray();

    private static string Id(JsonElement finding) => finding.GetProperty("id").GetString()!;

    private static string UnitOf(JsonElement finding) => finding.GetProperty("orgUnit").GetProperty("id").GetString()!;
}
