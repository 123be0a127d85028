using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Schema.Costs;

/// <summary>What an operation is reckoned to cost, over a city of two districts with four schools.</summary>
public sealed class CostTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Value = """value(indicator: "dropout.rate", period: "2024") { value }""";

    [Fact]
    public async Task A_comparison_costs_units_by_indicators_by_periods()
    {
        var cost = await Of("""
            { comparison(childrenOf: "230400", indicators: ["dropout.rate", "preschool.public_share"], from: "2020", to: "2024") {
                series { orgUnit { id } points { value } } } }
            """);

        // Two districts, two indicators, five years; a call to each district; the answer's series, units and points in them.
        Assert.Equal((2, 20, 1 + 4 + 4 + 20), cost);
    }

    [Theory]
    [InlineData("first: 3", "$n: Int", 3)]
    [InlineData("first: 1", "$n: Int!", 1)]
    public async Task A_value_written_in_the_query_and_the_same_value_in_a_variable_cost_the_same(string written, string declared, int n)
    {
        var query = $$"""{ orgUnit(id: "230404") { children({{written}}) { nodes { {{Value}} } } } }""";
        var withVariable = $$"""query ({{declared}}) { orgUnit(id: "230404") { children(first: $n) { nodes { {{Value}} } } } }""";

        Assert.Equal(await Of(query), await Of(withVariable, new { n }));
    }

    [Fact]
    public async Task Lists_of_codes_a_period_range_and_a_filter_in_variables_cost_what_they_cost_when_written()
    {
        var written = await Of("""
            { comparison(orgUnits: ["230404", "230402"], indicators: ["dropout.rate"], from: "2022-01", to: "2022-12") { periods }
              orgUnits(where: { level: SCHOOL }) { nodes { id } } }
            """);
        var given = await Of(
            """
            query ($units: [ID!], $codes: [ID!]!, $from: Period, $to: Period, $where: OrgUnitFilterInput) {
              comparison(orgUnits: $units, indicators: $codes, from: $from, to: $to) { periods }
              orgUnits(where: $where) { nodes { id } } }
            """,
            new { units = new[] { "230404", "230402" }, codes = new[] { "dropout.rate" }, from = "2022-01", to = "2022-12", where = new { level = "SCHOOL" } });

        Assert.Equal((2, 24, 1 + 1 + 4), written);
        Assert.Equal(written, given);
    }

    [Fact]
    public async Task A_page_costs_as_many_units_as_it_can_hold_and_no_more_than_there_are()
    {
        var page = await Of($$"""{ orgUnit(id: "230404") { children(first: 2) { nodes { {{Value}} } } } }""");
        var all = await Of($$"""{ orgUnit(id: "230404") { children(first: 500) { nodes { {{Value}} } } } }""");

        Assert.Equal(2, page.Cells);
        Assert.Equal(3, all.Cells);
    }

    [Fact]
    public async Task Aliases_cost_each_and_fragments_where_they_are_spread()
    {
        var aliases = await Of($$"""{ orgUnit(id: "230404") { a: {{Value}} b: {{Value}} } }""");
        var spread = await Of(
            $$"""query { one: orgUnit(id: "230404") { ...V } two: orgUnit(id: "230402") { ...V } } fragment V on OrgUnit { {{Value}} }""");

        Assert.Equal(2, aliases.Cells);
        Assert.Equal(2, spread.Cells);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task What_is_skipped_costs_nothing(bool skip, int cells)
    {
        var query = $$"""query ($skip: Boolean!, $include: Boolean!) { orgUnit(id: "230404") { id ... @skip(if: $skip) { {{Value}} } {{Value.Replace("value(", "b: value(", StringComparison.Ordinal).Replace(") {", ") @include(if: $include) {", StringComparison.Ordinal)}} } }""";

        Assert.Equal(2 * cells, (await Of(query, new { skip, include = !skip })).Cells);
    }

    [Fact]
    public async Task Indicators_of_the_same_units_are_one_call_and_no_more_calls_are_made_than_were_reckoned()
    {
        var before = server.Calls.Of("Evaluate");
        var cost = await Of(
            """
            { orgUnit(id: "230400") { children { nodes {
                a: value(indicator: "dropout.rate", period: "2024") { value }
                b: value(indicator: "preschool.public_share", period: "2024") { value } } } } }
            """);

        Assert.Equal(2, cost.GrainCalls);
        Assert.Equal(2, server.Calls.Of("Evaluate") - before);
    }

    [Fact]
    public async Task An_operation_that_would_cost_too_much_is_refused_before_any_grain_is_asked()
    {
        var before = server.Calls.Of("Evaluate");
        var units = Enumerable.Repeat("230404", 1_200);

        var answer = await server.AskAsync(
            """query ($units: [ID!]) { comparison(orgUnits: $units, indicators: ["dropout.rate"], from: "2020-01-01", to: "2024-12-31") { periods } }""",
            new { units });

        var extensions = answer.GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal("QUERY_TOO_COSTLY", extensions.GetProperty("code").GetString());
        Assert.Equal(1_200 * 1_827, extensions.GetProperty("value").GetInt64());
        Assert.Equal(2_000_000, extensions.GetProperty("limit").GetInt64());
        Assert.Equal("Gateway:MaxCells", extensions.GetProperty("setting").GetString());
        Assert.Equal(1_200 * 1_827, Cost(answer).Cells);
        Assert.Equal(before, server.Calls.Of("Evaluate"));
    }

    [Fact]
    public async Task An_answer_that_fails_in_part_keeps_the_rest_and_tells_its_cost_too()
    {
        var answer = await server.AskAsync($$"""{ orgUnit(id: "230404") { {{Value}} wrong: value(indicator: "nonsense", period: "2024") { value } } }""");

        // The field is required, so its unit falls with it; the answer stays.
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("orgUnit").ValueKind);
        Assert.Equal("UNKNOWN_INDICATOR", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(2, Cost(answer).Cells);
    }

    private async Task<(long GrainCalls, long Cells, long Objects)> Of(string query, object? variables = null) =>
        Cost(await server.AskAsync(query, variables));

    private static (long GrainCalls, long Cells, long Objects) Cost(JsonElement answer)
    {
        var cost = answer.GetProperty("extensions").GetProperty("cost");
        return (cost.GetProperty("grainCalls").GetInt64(), cost.GetProperty("cells").GetInt64(), cost.GetProperty("objects").GetInt64());
    }
}
