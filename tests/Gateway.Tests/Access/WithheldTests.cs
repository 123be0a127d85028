using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>
/// Everything a reader can fetch, looked through byte by byte for numbers that are withheld from it. The numbers are large
/// and each occurs once, so that they are found wherever they stand: in a field, a sentence, a formula or a quotation.
/// </summary>
public sealed class WithheldTests(EduServer server) : IClassFixture<EduServer>, IAsyncLifetime
{
    private const string School = "230404-yifu-primary";
    private const string Neighbour = "230404-nanshan-primary";
    private const string Value = """{ value numerator denominator reported change status suppression explanation { formula contributions { orgUnit { id } measure value sourceCount sources { quote lines } } sourceCount unitsBehind sources { quote lines } } }""";

    /// <summary>What the school counts, and what follows from it.</summary>
    private static readonly string[] hidden = ["7351", "98413", "6203", "7.47", "7.470", "6.30"];

    /// <summary>Every way to the school's dropouts, at the school and above it.</summary>
    private static readonly (string Field, string Ask)[] ways =
    [
        ("value", OfUnit(School, $$"""value(indicator: "dropout.rate", period: "2023", stage: PRIMARY) {{Value}}""")),
        ("value of the measure", OfUnit(School, $$"""value(indicator: "dropout.roll", period: "2023", stage: PRIMARY) {{Value}}""")),
        ("series", OfUnit(School, $$"""series(indicator: "dropout.rate", stage: PRIMARY) {{Value}}""")),
        ("comparison", $$"""comparison(childrenOf: "230404", indicators: ["dropout.rate", "dropout.roll"], stage: PRIMARY, from: "2022", to: "2023") { series { points {{Value}} } warnings { code message } }"""),
        ("dropoutLedger", OfUnit(School, $$"""dropoutLedger(period: "2023", stage: PRIMARY) { enrolled {{Value}} confirmed {{Value}} }""")),
        ("distribution", OfUnit("230404", """distribution(indicator: "dropout.rate", stage: PRIMARY, period: "2023") { count withheld mean standardDeviation coefficientOfVariation minimum lowerQuartile median upperQuartile maximum schools { value numerator denominator reported } }""")),
        ("findings", OfUnit(School, """findings { message messageEn values sources { quote } }""")),
        ("allFindings", """allFindings(at: "230404", first: 500) { totalCount nodes { message messageEn values subject sources { quote } } counts { rules { count } } }"""),
        ("explanation of the district", OfUnit("230404", $$"""value(indicator: "dropout.rate", period: "2023", stage: PRIMARY) {{Value}}""")),
        ("compliance", OfUnit("230404", """compliance(standard: "duties-2024", period: "2023") { results { value margin status remedies { amount } } }""")),
        ("complianceHistory", OfUnit("230404", """complianceHistory(standard: "duties-2024") { results { value margin remedies { amount } } }""")),
    ];

    public async ValueTask InitializeAsync()
    {
        if (await server.DataAsync($$"""{ {{ways[0].Ask}} }""") is var answer && !Holds(answer))
        {
            await StateAsync(School, "2022", 6203, 98413);
            await StateAsync(School, "2023", 7351, 98413);
            await StateAsync(Neighbour, "2022", 11003, 100217);
            await StateAsync(Neighbour, "2023", 12649, 101587);

            // Rows travel up by themselves: the district answers for both schools once it has them.
            while (await CountedAsync() < 2)
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        server.Withheld.Set(IsHidden);
    }

    public ValueTask DisposeAsync()
    {
        server.Withheld.Set(null);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("VIEWER@230404")]
    [InlineData("ANALYST@230404")]
    [InlineData("VIEWER@230400")]
    [InlineData("ANALYST@*")]
    [InlineData("VIEWER@230404-yifu-primary")]
    public async Task No_answer_holds_a_number_that_is_withheld_from_its_reader(string caller)
    {
        foreach (var (field, ask) in ways)
        {
            var answer = (await server.AskAsync($$"""{ {{ask}} }""", caller: caller)).GetRawText();

            Assert.All(hidden, number => Assert.False(answer.Contains(number, StringComparison.Ordinal), $"{field} tells {number}: {answer}"));
            Assert.DoesNotContain("INTERNAL", answer);
        }
    }

    [Theory]
    [InlineData("MONITOR@230404")]
    [InlineData("ADMINISTRATOR@230400")]
    [InlineData("REPORTER@230404")]
    public async Task The_units_own_staff_see_all_of_it(string caller)
    {
        var telling = new List<string>();
        foreach (var (field, ask) in ways)
        {
            var answer = (await server.AskAsync($$"""{ {{ask}} }""", caller: caller)).GetRawText();
            Assert.DoesNotContain("SMALL_COUNT\"", answer.Replace("\"code\":\"SMALL_COUNT\"", "", StringComparison.Ordinal));
            if (hidden.Any(number => answer.Contains(number, StringComparison.Ordinal)))
                telling.Add(field);
        }

        // The ways must be ways, or the test above finds nothing because there is nothing.
        Assert.Equal(
            ["value", "value of the measure", "series", "comparison", "dropoutLedger", "distribution", "findings", "allFindings", "explanation of the district"],
            telling.Take(9));
    }

    [Fact]
    public async Task A_withheld_value_says_why_keeps_what_is_public_and_loses_its_status()
    {
        var value = (await AskAsync("VIEWER@230404", School, $$"""value(indicator: "dropout.rate", period: "2023", stage: PRIMARY) { {{Value[1..^1]}} target basis }""")).GetProperty("value");

        Assert.Equal("SMALL_COUNT", value.GetProperty("suppression").GetString());
        Assert.Equal("NO_DATA", value.GetProperty("status").GetString());
        Assert.Equal("students.dropped_out ÷ students.enrolled × 100", value.GetProperty("explanation").GetProperty("formula").GetString());
        Assert.Equal("[]", value.GetProperty("explanation").GetProperty("contributions").GetRawText());
        foreach (var field in new[] { "value", "numerator", "denominator", "reported", "change" })
            Assert.Equal(JsonValueKind.Null, value.GetProperty(field).ValueKind);
    }

    [Fact]
    public async Task A_shown_value_does_not_give_away_the_withheld_one_of_the_period_before()
    {
        server.Withheld.Set((unit, _, period) => unit.Code == School && period.ToString() == "2022" ? Suppression.Complementary : null);

        var viewer = (await AskAsync("VIEWER@230404", School, """value(indicator: "dropout.rate", period: "2023", stage: PRIMARY) { value change }""")).GetProperty("value");
        var monitor = (await AskAsync("MONITOR@230404", School, """value(indicator: "dropout.rate", period: "2023", stage: PRIMARY) { value change }""")).GetProperty("value");

        Assert.Equal(monitor.GetProperty("value").GetRawText(), viewer.GetProperty("value").GetRawText());
        Assert.Equal(JsonValueKind.Null, viewer.GetProperty("change").ValueKind);
        Assert.Equal(JsonValueKind.Number, monitor.GetProperty("change").ValueKind);
    }

    [Fact]
    public async Task A_distribution_is_taken_over_the_schools_shown_and_says_how_many_are_not()
    {
        var distribution = (await AskAsync(
            "ANALYST@230404", "230404", """distribution(indicator: "dropout.rate", stage: PRIMARY, period: "2023") { count withheld mean coefficientOfVariation }""")).GetProperty("distribution");

        Assert.Equal("""{"count":1,"withheld":1,"mean":12.45,"coefficientOfVariation":null}""", distribution.GetRawText());
    }

    private static Suppression? IsHidden(OrgUnitId unit, string code, Period period) =>
        unit.Code == School && (code.StartsWith("dropout.", StringComparison.Ordinal) || code.StartsWith("students.", StringComparison.Ordinal))
            ? Suppression.SmallCount
            : null;

    /// <summary>As the district tells it, whom a reader asks who is no staff.</summary>
    private async Task<int> CountedAsync() => (await AskAsync("ANALYST@230404", "230404", """distribution(indicator: "dropout.rate", stage: PRIMARY, period: "2023") { count }"""))
        .GetProperty("distribution").GetProperty("count").GetInt32();

    private static bool Holds(JsonElement answer) => answer.GetRawText().Contains("7351", StringComparison.Ordinal);

    private static string OfUnit(string unit, string ask) => $$"""orgUnit(id: "{{unit}}") { {{ask}} }""";

    private async Task<JsonElement> AskAsync(string caller, string unit, string ask) =>
        (await server.AskAsync($$"""{ {{OfUnit(unit, ask)}} }""", caller: caller)).GetProperty("data").GetProperty("orgUnit");

    private Task StateAsync(string unit, string period, int droppedOut, int enrolled) => server.ReportAsync(
        unit,
        new { code = "students.dropped_out", period, stage = "PRIMARY", value = droppedOut, quote = $"辍学{droppedOut}人" },
        new { code = "students.enrolled", period, stage = "PRIMARY", value = enrolled, quote = $"在校生{enrolled}人" });
}
