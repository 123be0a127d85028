using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>Standards, compliance and distributions as a client asks for them.</summary>
public sealed class ComplianceTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Compliance = """
        query ($unit: ID!, $standard: ID!, $period: Period!) {
          orgUnit(id: $unit) {
            compliance(standard: $standard, period: $period) {
              standard { code } period met missed noData status
              tallies { criterion { code } met missed noData }
              results {
                criterion { code indicator { code } stage threshold comparison scope }
                orgUnit { id } value status margin basis obstacle
                remedies { orgUnit { id } measure amount unit }
              }
            }
          }
        }
        """;

    [Fact]
    public async Task The_standards_are_listed_with_their_criteria_and_what_of_them_is_not_computed()
    {
        var data = await server.DataAsync("{ standards { code name nameEn source criteria { code } notComputed { name reason } } }");

        Assert.Equal(
            ["quality-balanced-2017", "basic-balanced-2012", "preschool-2020", "duties-2024"],
            data.GetProperty("standards").EnumerateArray().Select(standard => standard.GetProperty("code").GetString()));
        Assert.Equal(JsonValueKind.Null, (await server.DataAsync("""{ standard(code: "none") { code } }""")).GetProperty("standard").ValueKind);
    }

    [Fact]
    public async Task A_districts_compliance_names_value_threshold_margin_and_remedy()
    {
        await server.ReportAsync(
            "230404",
            new { code = "preschool.children", period = "2024", stage = "KINDERGARTEN", value = 1842 },
            new { code = "preschool.children_public", period = "2024", stage = "KINDERGARTEN", value = 530 });

        var compliance = await Ask("230404", "preschool-2020", "2024");

        var share = Result(compliance, "public-share");
        Assert.Equal((28.77m, "MISSED", -21.23m), (Number(share, "value"), share.GetProperty("status").GetString(), Number(share, "margin")));
        Assert.Equal("AT_LEAST", share.GetProperty("criterion").GetProperty("comparison").GetString());
        var remedy = Assert.Single(share.GetProperty("remedies").EnumerateArray());
        Assert.Equal(("preschool.children_public", 391m), (remedy.GetProperty("measure").GetString(), Number(remedy, "amount")));
        Assert.Equal((1, 2, "MISSED"), (
            compliance.GetProperty("missed").GetInt32(), compliance.GetProperty("noData").GetInt32(), compliance.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_school_answers_for_itself_and_a_city_for_its_districts()
    {
        var school = await Ask("230404-yifu-primary", "quality-balanced-2017", "2024");
        var before = server.Calls.Of("Assess");
        var city = await Ask("230400", "quality-balanced-2017", "2024");

        Assert.Equal(["230404-yifu-primary"], UnitsOf(school).Distinct());
        Assert.Equal(8, school.GetProperty("results").GetArrayLength());
        Assert.Equal(
            ["230402", "230402-s01", "230404", "230404-nanshan-primary", "230404-no12-middle", "230404-yifu-primary"],
            UnitsOf(city).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, server.Calls.Of("Assess") - before);
    }

    [Fact]
    public async Task A_history_has_the_periods_about_which_something_is_known_and_the_standards_that_ask_anything()
    {
        await server.ReportAsync(
            "230402",
            new { code = "preschool.public_share", period = "2022", stage = "KINDERGARTEN", value = 51 },
            new { code = "preschool.public_share", period = "2023", stage = "KINDERGARTEN", value = 49 });

        var data = await server.DataAsync(
            """
            { orgUnit(id: "230402") {
                all: complianceHistory { standard { code } period status met missed }
                newest: complianceHistory(standard: "preschool-2020", last: 1) { period }
                earlier: complianceHistory(standard: "preschool-2020", to: "2022") { period } } }
            """);

        var unit = data.GetProperty("orgUnit");
        Assert.Equal(
            ["preschool-2020 2022 NO_DATA 1 0", "preschool-2020 2023 MISSED 0 1", "duties-2024 2022 NO_DATA 1 0", "duties-2024 2023 MISSED 0 1"],
            unit.GetProperty("all").EnumerateArray().Select(one =>
                $"{one.GetProperty("standard").GetProperty("code")} {one.GetProperty("period")} {one.GetProperty("status")} {one.GetProperty("met")} {one.GetProperty("missed")}"));
        Assert.Equal("""[{"period":"2023"}]""", unit.GetProperty("newest").GetRawText());
        Assert.Equal("""[{"period":"2022"}]""", unit.GetProperty("earlier").GetRawText());
    }

    [Fact]
    public async Task A_rule_names_what_it_counts_and_how_low_the_rest_may_stand()
    {
        var data = await server.DataAsync("""{ standard(code: "quality-balanced-2017") { criteria { code counted restShare spreadOf } } }""");

        var criteria = data.GetProperty("standard").GetProperty("criteria").EnumerateArray().ToDictionary(one => one.GetProperty("code").GetString()!);
        Assert.Equal(7, criteria["six-of-seven-primary"].GetProperty("counted").GetArrayLength());
        Assert.Equal(0.85m, Number(criteria["six-of-seven-primary"], "restShare"));
        Assert.Equal(7, criteria["variation-junior"].GetProperty("spreadOf").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, criteria["variation-junior"].GetProperty("restShare").ValueKind);
    }

    [Theory]
    [InlineData("no-such-standard", "2024", "UNKNOWN_STANDARD")]
    [InlineData("quality-balanced-2017", "2024H1", "WRONG_PERIOD")]
    public async Task What_cannot_be_assessed_is_refused_with_a_code(string standard, string period, string code)
    {
        var answer = await server.AskAsync(Compliance, new { unit = "230404", standard, period });

        Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_distribution_is_that_of_the_published_example()
    {
        (int Students, int Books)[] schools = [(45, 279), (37, 137), (89, 935), (76, 160), (55, 402)];
        await server.Register(
            EduServer.Unit("230800", "佳木斯市", "Jiamusi", OrgUnitLevel.City, null),
            EduServer.Unit("230803", "向阳区", "Xiangyang", OrgUnitLevel.District, "230800"));
        foreach (var (school, place) in schools.Select((school, place) => (school, place)))
        {
            var id = $"230803-s{place}";
            await server.Register(EduServer.Unit(id, id, null, OrgUnitLevel.School, "230803", SchoolStage.Primary));
            await server.ReportAsync(
                id,
                new { code = "students.enrolled", period = "2024", stage = "PRIMARY", value = school.Students },
                new { code = "facilities.books", period = "2024", stage = "PRIMARY", value = school.Books });
        }

        // The district holds its schools' rows a moment after the schools accepted their figures.
        var distribution = await Distribution("230803");
        while (distribution.GetProperty("count").GetInt32() < schools.Length)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            distribution = await Distribution("230803");
        }


        Assert.Equal((6.33m, 3.26m, 0.5153m), (Number(distribution, "mean"), Number(distribution, "standardDeviation"), Number(distribution, "coefficientOfVariation")));
        Assert.Equal((2.11m, 6.2m, 10.51m), (Number(distribution, "minimum"), Number(distribution, "median"), Number(distribution, "maximum")));
        Assert.Equal(5, distribution.GetProperty("schools").GetArrayLength());
        Assert.Equal(
            """{"orgUnit":{"id":"230803-s0"},"value":6.2,"numerator":279,"denominator":45,"basis":"COMPUTED","suppression":null}""",
            distribution.GetProperty("schools")[0].GetRawText());
    }

    private async Task<JsonElement> Ask(string unit, string standard, string period) =>
        (await server.DataAsync(Compliance, new { unit, standard, period })).GetProperty("orgUnit").GetProperty("compliance");

    private async Task<JsonElement> Distribution(string unit) => (await server.DataAsync(
        """
        query ($unit: ID!) {
          orgUnit(id: $unit) {
            distribution(indicator: "balance.books_per_student", stage: PRIMARY, period: "2024") {
              count mean standardDeviation coefficientOfVariation minimum lowerQuartile median upperQuartile maximum
              schools { orgUnit { id } value numerator denominator basis suppression }
            }
          }
        }
        """,
        new { unit })).GetProperty("orgUnit").GetProperty("distribution");

    private static JsonElement Result(JsonElement compliance, string criterion) => compliance.GetProperty("results").EnumerateArray()
        .Single(result => result.GetProperty("criterion").GetProperty("code").GetString() == criterion);

    private static IEnumerable<string> UnitsOf(JsonElement compliance) => compliance.GetProperty("results").EnumerateArray()
        .Select(result => result.GetProperty("orgUnit").GetProperty("id").GetString()!);

    private static decimal Number(JsonElement element, string name) => element.GetProperty(name).GetDecimal();
}
