using System.Text.Json;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>The district's real figures, asked for as an analyst asks.</summary>
public class SeedFigureTests(SampleSystem samples)
{
    private RunningSystem System => samples.System;

    [Theory]
    [InlineData("fitness.excellent_good_rate", "2023", null, 3.4, "REPORTED", null)]
    [InlineData("preschool.public_share", "2024", null, 28.77, "COMPUTED", 28.8)]
    [InlineData("preschool.public_share", "2023", null, 22.7, "REPORTED", null)]
    [InlineData("staff.pay_ratio", "2024", null, 1.113, "COMPUTED", null)]
    [InlineData("balance.variation_coefficient", "2023", "PRIMARY", 0.532, "REPORTED", null)]
    [InlineData("balance.variation_coefficient", "2023", "JUNIOR", 0.368, "REPORTED", null)]
    [InlineData("finance.allocated", "2023", null, 62171886.03, "REPORTED", null)]
    [InlineData("finance.allocated", "2024H1", null, 33831834.88, "REPORTED", null)]
    [InlineData("staff.doctor_coverage", "2024", null, 100, "COMPUTED", null)]
    [InlineData("preschool.insured_share", "2024", null, 53.85, "COMPUTED", null)]
    public async Task Nanshan_has_its_figure(string indicator, string period, string? stage, decimal value, string basis, double? reported)
    {
        var answer = (await System.Query(
            """
            query ($indicator: ID!, $period: Period!, $stage: SchoolStage) {
              orgUnit(id: "230404") { synthetic value(indicator: $indicator, period: $period, stage: $stage) { value basis reported } }
            }
            """,
            new { indicator, period, stage })).GetProperty("orgUnit");

        Assert.False(answer.GetProperty("synthetic").GetBoolean());
        var found = answer.GetProperty("value");
        Assert.Equal(value, found.GetProperty("value").GetDecimal());
        Assert.Equal(basis, found.GetProperty("basis").GetString());
        Assert.Equal((decimal?)reported, DecimalOf(found.GetProperty("reported")));
    }

    [Fact]
    public async Task A_share_shows_its_parts_and_the_reports_own_words()
    {
        var value = (await System.Query(
            """
            { orgUnit(id: "230404") { value(indicator: "preschool.public_share", period: "2024") {
                numerator denominator status target
                explanation { formula contributions { measure value } sources { document section quote } } } } }
            """)).GetProperty("orgUnit").GetProperty("value");

        Assert.Equal((530m, 1842m), (value.GetProperty("numerator").GetDecimal(), value.GetProperty("denominator").GetDecimal()));
        Assert.Equal(("MISSED", 50m), (value.GetProperty("status").GetString(), value.GetProperty("target").GetDecimal()));
        var sources = value.GetProperty("explanation").GetProperty("sources").EnumerateArray().ToList();
        Assert.Contains(sources, source => source.GetProperty("section").GetString() == "一(三)1");
        Assert.Contains(sources, source => source.GetProperty("quote").GetString()!.Contains("530人", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_generated_unit_is_marked_and_Nanshan_is_not()
    {
        var units = (await System.Query("{ orgUnits(first: 500) { nodes { id level synthetic } totalCount } }"))
            .GetProperty("orgUnits").GetProperty("nodes").EnumerateArray().ToList();

        Assert.Contains(units, unit => unit.GetProperty("id").GetString() == "230404-yifu-primary");
        Assert.All(units, unit =>
            Assert.Equal(!unit.GetProperty("id").GetString()!.StartsWith("230404", StringComparison.Ordinal), unit.GetProperty("synthetic").GetBoolean()));
    }

    [Fact]
    public async Task A_comparison_over_the_years_warns_of_generated_series()
    {
        var comparison = (await System.Query(
            """
            { comparison(childrenOf: "230400", indicators: ["fitness.excellent_good_rate"], from: "2019", to: "2024") {
                periods series { orgUnit { id } points { period value basis } } warnings { code orgUnit { id } } } }
            """)).GetProperty("comparison");

        Assert.Equal(6, comparison.GetProperty("periods").GetArrayLength());
        Assert.Equal(8, comparison.GetProperty("series").GetArrayLength());
        var generated = comparison.GetProperty("warnings").EnumerateArray()
            .Where(warning => warning.GetProperty("code").GetString() == "SYNTHETIC")
            .Select(warning => warning.GetProperty("orgUnit").GetProperty("id").GetString())
            .ToList();
        Assert.Equal(7, generated.Distinct().Count());
        Assert.DoesNotContain("230404", generated);
    }

    [Theory]
    [InlineData("""{ orgUnit(id: "230404") { value(indicator: "no.such", period: "2023") { value } } }""", "UNKNOWN_INDICATOR", "no.such")]
    [InlineData("""{ orgUnit(id: "230404") { value(indicator: "preschool.public_share", period: "2024H1") { value } } }""", "WRONG_PERIOD", "2024H1")]
    [InlineData("""{ orgUnit(id: "230404") { value(indicator: "dropout.rate", period: "202x") { value } } }""", null, "202x")]
    [InlineData("""{ comparison(orgUnits: ["nowhere"], indicators: ["dropout.rate"]) { periods } }""", "UNKNOWN_ORG_UNIT", "nowhere")]
    public async Task What_cannot_be_answered_is_an_error_with_a_code_that_names_the_input(string query, string? code, string input)
    {
        var error = (await System.Answer(query)).GetProperty("errors")[0];

        Assert.Contains(input, error.GetRawText(), StringComparison.Ordinal);
        var given = error.GetProperty("extensions").GetProperty("code").GetString();
        Assert.False(string.IsNullOrEmpty(given));
        if (code is not null)
            Assert.Equal(code, given);
    }

    private static decimal? DecimalOf(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
}
