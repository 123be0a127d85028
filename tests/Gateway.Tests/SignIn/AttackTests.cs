using System.Text.Json;
using EduAnalytics.Gateway.Tests.Access;

namespace EduAnalytics.Gateway.Tests.SignIn;

/// <summary>
/// What a signed-in caller would try who wants more than its role gives, after OWASP's list for APIs: another's object by its
/// id or by a way round, another's fields, more members than an input has.
/// </summary>
public sealed class AttackTests(RoleServer city) : IClassFixture<RoleServer>
{
    private const string Rate = """value(indicator: "fitness.excellent_good_rate", period: "2023") { value numerator reported change explanation { formula contributions { value orgUnit { id } } sources { quote } } }""";

    /// <summary>Ways to units beside and above, for a caller bound at 230404.</summary>
    public static TheoryData<string> WaysRound =>
    [
        $$"""{ orgUnit(id: "230404") { parent { {{Rate}} } } }""",
        $$"""{ orgUnit(id: "230404") { parent { children { nodes { {{Rate}} children { nodes { {{Rate}} } } } edges { node { {{Rate}} } } } } } }""",
        $$"""{ orgUnits(first: 100) { nodes { {{Rate}} findings { message } problems { text } } } }""",
        $$"""{ a: orgUnit(id: "230404") { name } b: orgUnit(id: "230402") { name ...figures } } fragment figures on OrgUnit { x: {{Rate}} y: {{Rate}} }""",
        $$"""{ orgUnit(id: "230402") { ... on OrgUnit { ... @include(if: true) { {{Rate}} } } } }""",
        $$"""{ orgUnit(id: "230404") { {{Rate[..^2]}} orgUnit { parent { {{Rate}} } } } } }""",
        $$"""{ comparison(orgUnits: ["230404"], indicators: ["fitness.excellent_good_rate"]) { series { orgUnit { parent { {{Rate}} } } } } }""",
        $$"""{ comparison(childrenOf: "230402", indicators: ["fitness.excellent_good_rate"]) { series { points { value } } warnings { message } periods } }""",
        $$"""{ comparison(orgUnits: ["230402", "230400", "230402-s01"], indicators: ["fitness.excellent_good_rate"]) { series { points { value } } warnings { message } periods } }""",
        """{ allFindings(at: "230400", first: 500) { nodes { message values } counts { orgUnits { count } } } }""",
        """{ orgUnit(id: "230400") { distribution(indicator: "fitness.excellent_good_rate", stage: PRIMARY, period: "2023") { mean minimum maximum schools { value } } compliance(standard: "duties-2024", period: "2023") { results { value margin } } } }""",
    ];

    [Theory]
    [MemberData(nameof(WaysRound))]
    public async Task No_way_round_leads_to_another_units_figures(string document)
    {
        foreach (var role in new[] { "VIEWER", "REPORTER", "ADMINISTRATOR" })
        {
            var answer = (await city.Server.AskAsync(document, caller: $"{role}@230404")).GetRawText();

            foreach (var unit in new[] { RoleServer.Above, RoleServer.Beside, RoleServer.BelowBeside })
                Assert.DoesNotContain(RoleServer.RateOf(unit), answer);
            Assert.DoesNotContain("GRAPHQL_VALIDATION_FAILED", answer);
        }
    }

    [Fact]
    public async Task An_id_in_a_variable_is_held_to_the_same_rights()
    {
        var answer = await city.Server.AskAsync(
            $$"""query ($id: ID!) { orgUnit(id: $id) { {{Rate}} } }""", new { id = RoleServer.Beside }, "VIEWER@230404");

        Assert.DoesNotContain(RoleServer.RateOf(RoleServer.Beside), answer.GetRawText());
    }

    [Theory]
    [InlineData("synthetic", "true")]
    [InlineData("version", "7")]
    [InlineData("acceptedAt", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("role", "\"ADMINISTRATOR\"")]
    public async Task A_member_that_an_input_does_not_have_is_refused_as_a_literal_and_as_a_variable(string member, string value)
    {
        const string input = """submissionId: "more", orgUnit: "230404", source: { document: "d" }, figures: [{ code: "finance.allocated", period: "2018", value: 1 }]""";
        var variable = JsonDocument.Parse(
            $$"""{ "input": { "submissionId": "more", "orgUnit": "230404", "source": { "document": "d" }, "figures": [], "{{member}}": {{value}} } }""").RootElement;

        var literal = await city.Server.AskAsync($$"""mutation { reportFigures(input: { {{input}}, {{member}}: {{value}} }) { accepted } }""", caller: "REPORTER@230404");
        var asVariable = await city.Server.AskAsync("mutation ($input: ReportFiguresInput!) { reportFigures(input: $input) { accepted } }", variable, "REPORTER@230404");

        Assert.Equal("GRAPHQL_VALIDATION_FAILED", CodeOf(literal));
        Assert.Equal("BAD_USER_INPUT", CodeOf(asVariable));
    }

    [Fact]
    public async Task A_submissions_id_that_another_unit_used_tells_nothing_of_it()
    {
        await city.Server.ReportAsync(RoleServer.Beside, new { code = "finance.allocated", period = "2017", value = 9 });

        var answer = await city.Server.AskAsync(
            """mutation { reportFigures(input: { submissionId: "figures-1-230402", orgUnit: "230404", source: { document: "d" }, figures: [{ code: "finance.allocated", period: "2017", value: 1 }] }) { accepted duplicate errors { code } } }""",
            caller: "REPORTER@230404");

        Assert.Equal("""{"accepted":1,"duplicate":false,"errors":[]}""", answer.GetProperty("data").GetProperty("reportFigures").GetRawText());
    }

    [Fact]
    public async Task An_answer_kept_for_one_caller_is_not_given_to_another()
    {
        var query = $$"""{ orgUnit(id: "230402") { {{Rate}} } }""";

        Assert.Contains(RoleServer.RateOf(RoleServer.Beside), (await city.Server.AskAsync(query, caller: "VIEWER@230402")).GetRawText());
        Assert.Contains(RoleServer.RateOf(RoleServer.Beside), (await city.Server.AskAsync(query, caller: "VIEWER@230402")).GetRawText());
        Assert.DoesNotContain(RoleServer.RateOf(RoleServer.Beside), (await city.Server.AskAsync(query, caller: "VIEWER@230404")).GetRawText());
        Assert.Equal("UNAUTHENTICATED", CodeOf(await city.Server.AskAsync(query, caller: "NONSENSE@230402")));
    }

    [Fact]
    public async Task An_answer_kept_for_a_viewer_falls_with_any_change_in_the_city_and_one_for_staff_with_the_districts_own()
    {
        const string query = """{ orgUnit(id: "230404") { value(indicator: "fitness.excellent_good_rate", period: "2023") { value } } }""";
        const int mostRowsUnderWay = 10;
        for (var attempt = 1; ; attempt++)
        {
            foreach (var caller in new[] { "VIEWER@230404", "MONITOR@230404" })
            {
                while (await EvaluatedBy(query, caller) > 0)
                {
                }
            }

            await city.Server.ReportAsync(RoleServer.Above, new { code = "finance.allocated", period = "2016", value = attempt });
            var forStaff = await EvaluatedBy(query, "MONITOR@230404");
            Assert.Equal(1, await EvaluatedBy(query, "VIEWER@230404"));

            // What the district was built from may still be on its way up, and is a change of its own.
            if (forStaff == 0)
                return;
            Assert.InRange(attempt, 1, mostRowsUnderWay);
        }
    }

    private async Task<int> EvaluatedBy(string query, string caller)
    {
        var before = city.Server.Calls.Of("Evaluate");
        await city.Server.AskAsync(query, caller: caller);
        return city.Server.Calls.Of("Evaluate") - before;
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
