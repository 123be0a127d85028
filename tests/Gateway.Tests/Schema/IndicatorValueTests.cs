using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Tests.Schema;

public sealed class IndicatorValueTests(EduServer server) : IClassFixture<EduServer>
{
    [Fact]
    public async Task A_stated_rate_comes_back_with_its_digits_its_basis_and_its_source()
    {
        await server.ReportAsync("230404",
            new { code = "fitness.excellent_good_rate", period = "2023", value = 3.4, quote = "优良率达3.4%" },
            new { code = "finance.allocated", period = "2023", value = 62171886.03m });

        var unit = (await server.DataAsync("""
            { orgUnit(id: "230404") {
                fitness: value(indicator: "fitness.excellent_good_rate", period: "2023") {
                  value basis status suppression stage period orgUnit { id } indicator { code }
                  explanation { sources { document section quote submissionId } } }
                money: value(indicator: "finance.allocated", period: "2023") { value } } }
            """)).GetProperty("orgUnit");

        var fitness = unit.GetProperty("fitness");
        Assert.Equal("3.4", fitness.GetProperty("value").GetRawText());
        Assert.Equal("REPORTED", fitness.GetProperty("basis").GetString());
        Assert.Equal("MISSED", fitness.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, fitness.GetProperty("suppression").ValueKind);
        Assert.Equal("230404", fitness.GetProperty("orgUnit").GetProperty("id").GetString());
        Assert.Equal("优良率达3.4%", fitness.GetProperty("explanation").GetProperty("sources")[0].GetProperty("quote").GetString());
        Assert.Equal("62171886.03", unit.GetProperty("money").GetProperty("value").GetRawText());
    }

    [Theory]
    [InlineData("3.4", "3.4")]
    [InlineData("\"3.4\"", null)]
    [InlineData("34e-1", "3.4")]
    [InlineData("12", "12")]
    public async Task A_decimal_is_read_as_it_is_written_as_a_literal_and_as_a_variable(string written, string? read)
    {
        const string mutation =
            "mutation ($value: Decimal!) { reportFigures(input: { submissionId: \"ID\", orgUnit: \"230402\", source: { document: \"d\" }, figures: [{ code: \"fitness.pass_rate\", period: \"2022\", value: $value }] }) { accepted } }";
        var id = Guid.NewGuid().ToString();

        foreach (var answer in new[]
        {
            await server.AskAsync(mutation.Replace("ID", id + "-variable", StringComparison.Ordinal), JsonDocument.Parse($$"""{"value":{{written}}}""").RootElement),
            await server.AskAsync(mutation.Replace("ID", id + "-literal", StringComparison.Ordinal)
                .Replace("($value: Decimal!) ", "", StringComparison.Ordinal).Replace("$value", written, StringComparison.Ordinal)),
        })
        {
            if (read is null)
            {
                Assert.Contains(Code(answer), new[] { "BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED" });
                continue;
            }
            Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
            var value = (await server.DataAsync(
                """{ orgUnit(id: "230402") { value(indicator: "fitness.pass_rate", period: "2022") { value } } }""")).GetProperty("orgUnit").GetProperty("value");
            Assert.Equal(read, value.GetProperty("value").GetRawText());
        }
    }

    [Theory]
    [InlineData("""value(indicator: "fitness.nonsense", period: "2023") { value }""", "UNKNOWN_INDICATOR", "fitness.nonsense")]
    [InlineData("""value(indicator: "finance.allocated", period: "2023-05") { value }""", "WRONG_PERIOD", "2023-05")]
    [InlineData("""value(indicator: "finance.allocated", period: "2023", stage: PRIMARY) { value }""", "WRONG_STAGE", "Primary")]
    [InlineData("""series(indicator: "finance.allocated", from: "2024", to: "2022") { value }""", "BAD_ARGUMENT", "2024..2022")]
    public async Task What_cannot_be_answered_is_refused_with_the_input_and_spoils_nothing_else(string field, string code, string input)
    {
        var answer = await server.AskAsync($$"""{ orgUnit(id: "230404") { name {{field}} } other: orgUnit(id: "230402") { name } }""");

        var extensions = answer.GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal(code, extensions.GetProperty("code").GetString());
        Assert.Equal(input, extensions.GetProperty("input").GetString());
        Assert.Equal("向阳区", answer.GetProperty("data").GetProperty("other").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_text_that_is_no_period_is_refused_with_the_reason_as_a_literal_and_as_a_variable()
    {
        var literal = await server.AskAsync("""{ orgUnit(id: "230404") { value(indicator: "finance.allocated", period: "2023x") { value } } }""");
        var variable = await server.AskAsync(
            """query ($p: Period!) { orgUnit(id: "230404") { value(indicator: "finance.allocated", period: $p) { value } } }""", new { p = "2023x" });

        foreach (var answer in new[] { literal, variable })
        {
            Assert.Equal("BAD_USER_INPUT", Code(answer));
            Assert.Contains("'2023x' is no period: write a year 2023", answer.GetProperty("errors")[0].GetProperty("message").GetString());
        }
        Assert.Contains("$p", variable.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Values_and_versions_of_many_schools_are_one_call_to_their_district()
    {
        await server.Register([.. Enumerable.Range(0, 100).Select(n =>
            EduServer.Unit($"230404-many{n}", $"学校{n}", null, OrgUnitLevel.School, "230404", SchoolStage.Primary))]);
        // The gateway keeps its tree for a second; asked for a unit that it does not hold, it looks again.
        await server.DataAsync("""{ orgUnit(id: "230404-many99") { id } }""");
        var (evaluated, versioned) = (server.Calls.Of("Evaluate"), server.Calls.Of("Versions"));

        var data = await server.DataAsync("""
            { orgUnit(id: "230404") { children(first: 200) { nodes { version
                a: value(indicator: "dropout.rate", period: "2024", stage: PRIMARY) { value }
                b: value(indicator: "fitness.pass_rate", period: "2024", stage: PRIMARY) { value } } } } }
            """);

        Assert.True(data.GetProperty("orgUnit").GetProperty("children").GetProperty("nodes").GetArrayLength() >= 100);
        Assert.Equal(1, server.Calls.Of("Evaluate") - evaluated);
        Assert.Equal(1, server.Calls.Of("Versions") - versioned);
    }

    [Fact]
    public async Task A_comparison_names_its_periods_its_series_and_what_is_generated_in_it()
    {
        await server.ReportAsync("230404", new { code = "preschool.public_share", period = "2023", value = 22.7 });

        var comparison = (await server.DataAsync("""
            { comparison(childrenOf: "230400", indicators: ["preschool.public_share"], from: "2022", to: "2023") {
                periods series { orgUnit { id } indicator { code } points { period value basis status } }
                warnings { code orgUnit { id } } } }
            """)).GetProperty("comparison");

        Assert.Equal("""["2022","2023"]""", comparison.GetProperty("periods").GetRawText());
        Assert.Equal(
            """{"orgUnit":{"id":"230404"},"indicator":{"code":"preschool.public_share"},"points":[{"period":"2022","value":null,"basis":"COMPUTED","status":"NO_DATA"},{"period":"2023","value":22.7,"basis":"REPORTED","status":"MISSED"}]}""",
            comparison.GetProperty("series")[0].GetRawText());
        Assert.Contains(comparison.GetProperty("warnings").EnumerateArray(), warning =>
            warning.GetRawText() == """{"code":"SYNTHETIC","orgUnit":{"id":"230402"}}""");
    }

    [Theory]
    [InlineData("""orgUnits: ["230404"], childrenOf: "230400" """, "Give orgUnits or childrenOf, not both")]
    [InlineData("", "Name the org units, or a parent in childrenOf.")]
    public async Task A_comparison_is_of_units_named_or_of_a_parents_children_and_of_one_of_the_two(string units, string sentence)
    {
        var answer = await server.AskAsync($$"""{ comparison({{units}} indicators: ["dropout.rate"], from: "2023", to: "2023") { periods } }""");

        var error = answer.GetProperty("errors")[0];
        Assert.Equal("BAD_ARGUMENT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.StartsWith(sentence, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_is_served_whole_or_by_group()
    {
        var data = await server.DataAsync(
            """{ all: indicators { group } fitness: indicators(group: "fitness") { code group direction unit decimals stages definition source } none: indicator(code: "nonsense") { code } }""");

        Assert.True(data.GetProperty("all").GetArrayLength() > data.GetProperty("fitness").GetArrayLength());
        Assert.All(data.GetProperty("fitness").EnumerateArray(), indicator => Assert.Equal("fitness", indicator.GetProperty("group").GetString()));
        Assert.Equal(JsonValueKind.Null, data.GetProperty("none").ValueKind);
    }

    private static string? Code(JsonElement answer) =>
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
