using System.Text.Json;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>Every field that reads figures answers for a city, a district and a school.</summary>
public sealed class LevelTests(SampleSystem samples)
{
    private const string City = "230400";
    private const string District = "230402";
    private const string School = "230402-s05";

    /// <summary>A field of an org unit, and the path at which something must be found: a number, a text or a list's first element.</summary>
    private static readonly (string Field, string Path)[] fields =
    [
        ("""value(indicator: "fitness.pass_rate", period: "2024", stage: JUNIOR) { value }""", "value.value"),
        ("""value(indicator: "fitness.pass_rate", period: "2024", stage: JUNIOR) { explanation { formula } }""", "value.explanation.formula"),
        ("""value(indicator: "fitness.pass_rate", period: "2024", stage: JUNIOR) { explanation { contributions { measure } } }""", "value.explanation.contributions.0.measure"),
        ("""series(indicator: "fitness.pass_rate", from: "2022", to: "2024", stage: JUNIOR) { value }""", "series.2.value"),
        ("""series(indicator: "fitness.pass_rate", stage: JUNIOR) { value }""", "series.0.value"),
        ("""distribution(indicator: "fitness.pass_rate", stage: JUNIOR, period: "2024") { mean }""", "distribution.mean"),
        ("""distribution(indicator: "fitness.pass_rate", stage: JUNIOR, period: "2024") { schools { value } }""", "distribution.schools.0.value"),
        ("""compliance(standard: "quality-balanced-2017", period: "2024") { met }""", "compliance.met"),
        ("""compliance(standard: "quality-balanced-2017", period: "2024") { results { margin } }""", "compliance.results.0.margin"),
        ("""complianceHistory(standard: "quality-balanced-2017", last: 1) { missed }""", "complianceHistory.0.missed"),
        ("""findings(period: "2024") { message }""", "findings.0.message"),
        ("""dropoutLedger(period: "2024", stage: JUNIOR) { enrolled { value } }""", "dropoutLedger.enrolled.value"),
        ("""dropoutLedger(period: "2024") { reportingRate { value } }""", "dropoutLedger.reportingRate.value"),
        ("version", "version"),
    ];

    public static TheoryData<string, string, string> FieldsAtLevels
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var unit in new[] { City, District, School })
                foreach (var (asked, path) in fields)
                    data.Add(unit, asked, path);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FieldsAtLevels))]
    public async Task A_field_answers_at_every_level(string unit, string field, string path)
    {
        var answer = (await samples.System.Query($"{{ orgUnit(id: \"{unit}\") {{ {field} }} }}")).GetProperty("orgUnit");

        Assert.True(Found(answer, path).ValueKind is JsonValueKind.Number or JsonValueKind.String, $"{path} in {answer}");
    }

    [Theory]
    [InlineData($"orgUnits: [\"{City}\"]", 1)]
    [InlineData($"orgUnits: [\"{City}\", \"{District}\", \"{School}\"]", 3)]
    [InlineData($"childrenOf: \"{City}\"", 8)]
    [InlineData($"childrenOf: \"{District}\"", 10)]
    [InlineData($"childrenOf: \"{School}\"", 0)]
    public async Task Units_of_every_level_are_compared(string units, int series)
    {
        var comparison = (await samples.System.Query(
            $"{{ comparison({units}, indicators: [\"fitness.pass_rate\"], from: \"2023\", to: \"2024\") {{ series {{ points {{ value }} }} }} }}"))
            .GetProperty("comparison").GetProperty("series");

        Assert.Equal(series, comparison.GetArrayLength());
        Assert.All(comparison.EnumerateArray(), one => Assert.Equal(2, one.GetProperty("points").GetArrayLength()));
    }

    [Theory]
    [InlineData(City)]
    [InlineData(District)]
    [InlineData(School)]
    public async Task Findings_are_listed_at_every_level(string at)
    {
        var found = (await samples.System.Query($"{{ allFindings(at: \"{at}\", first: 1) {{ totalCount nodes {{ message }} }} }}")).GetProperty("allFindings");

        Assert.True(found.GetProperty("totalCount").GetInt32() > 0);
        Assert.Equal(1, found.GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task What_a_school_meets_is_a_part_of_what_its_district_and_its_city_meet()
    {
        const string field = """compliance(standard: "quality-balanced-2017", period: "2024") { results { criterion { code } orgUnit { id } status } }""";
        var answer = await samples.System.Query(
            $"{{ city: orgUnit(id: \"{City}\") {{ {field} }} district: orgUnit(id: \"{District}\") {{ {field} }} school: orgUnit(id: \"{School}\") {{ {field} }} }}");

        var (city, district, school) = (Results(answer, "city"), Results(answer, "district"), Results(answer, "school"));

        Assert.NotEmpty(school);
        Assert.Subset(district, school);
        Assert.Subset(city, district);
    }

    private static HashSet<string> Results(JsonElement answer, string unit) =>
        [.. answer.GetProperty(unit).GetProperty("compliance").GetProperty("results").EnumerateArray().Select(result => result.GetRawText())];

    private static JsonElement Found(JsonElement answer, string path)
    {
        foreach (var step in path.Split('.'))
            answer = int.TryParse(step, out var place) ? answer.EnumerateArray().ElementAtOrDefault(place) : answer.GetProperty(step);
        return answer;
    }
}
