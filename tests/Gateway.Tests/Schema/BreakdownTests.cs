using System.Text.Json;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Tests.Access;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>Fitness by grade and sex, from two schools of one district.</summary>
public sealed class BreakdownTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Nanshan = "230404-nanshan-primary";
    private const string Yifu = "230404-yifu-primary";

    private const string Query =
        """
        query ($unit: ID!, $year: Period!) { orgUnit(id: $unit) { breakdown(indicator: "fitness.pass_rate", period: $year, by: [GRADE, SEX]) {
          rows { grade sex numerator denominator value } gap suppression } } }
        """;

    [Fact]
    public async Task A_district_and_a_city_sum_their_schools_grades_and_sexes()
    {
        await Test(Nanshan, "2021", girls: 12, boys: 8, failing: 6);
        await Test(Yifu, "2021", girls: 10, boys: 9, failing: 5);

        const string rows = """[{"grade":3,"sex":"MALE","numerator":17,"denominator":17,"value":100},{"grade":3,"sex":"FEMALE","numerator":11,"denominator":22,"value":50}]""";
        Assert.Equal(rows, (await Of("230404", "2021", null)).GetProperty("rows").GetRawText());
        Assert.Equal(rows, (await Of("230400", "2021", null)).GetProperty("rows").GetRawText());
        Assert.Equal(rows, (await Of("230404", "2021", TestCallers.Name(Role.Viewer, null))).GetProperty("rows").GetRawText());
        Assert.Equal(2, (await Of(Yifu, "2021", TestCallers.Name(Role.Viewer, null))).GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task A_small_count_in_one_school_withholds_the_rows_of_all_beside_it_and_not_from_its_staff()
    {
        await Test(Nanshan, "2022", girls: 12, boys: 8, failing: 3);
        await Test(Yifu, "2022", girls: 10, boys: 9, failing: 5);

        foreach (var school in new[] { Nanshan, Yifu })
        {
            var withheld = await Of(school, "2022", TestCallers.Name(Role.Viewer, null));
            Assert.Equal(JsonValueKind.Null, withheld.GetProperty("rows").ValueKind);
            Assert.Equal("SMALL_COUNT", withheld.GetProperty("suppression").GetString());
            Assert.Equal(2, (await Of(school, "2022", TestCallers.Name(Role.Monitor, null))).GetProperty("rows").GetArrayLength());
        }

        Assert.Equal(2, (await Of("230404", "2022", TestCallers.Name(Role.Viewer, null))).GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Where_no_records_are_the_reason_is_said()
    {
        Assert.Equal("NO_RECORDS", (await Of("230402", "2019", null)).GetProperty("gap").GetString());
        var data = await server.DataAsync("""{ orgUnit(id: "230404") { breakdown(indicator: "health.myopia_rate", period: "2023", by: [SEX]) { rows { sex } gap reason } } }""");
        var breakdown = data.GetProperty("orgUnit").GetProperty("breakdown");
        Assert.Equal("NOT_COUNTED", breakdown.GetProperty("gap").GetString());
        Assert.Contains("not counted from student records", breakdown.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Of(string unit, string year, string? caller) =>
        (await server.AskAsync(Query, new { unit, year }, caller)).GetProperty("data").GetProperty("orgUnit").GetProperty("breakdown");

    /// <param name="failing">Of the girls; all boys pass.</param>
    private async Task Test(string school, string year, int girls, int boys, int failing)
    {
        var results = Enumerable.Range(0, girls + boys).Select(i => new
        {
            student = $"{school}-{i}",
            testedOn = $"{year}-05-10",
            grade = 3,
            sex = i < girls ? "FEMALE" : "MALE",
            score = i < failing ? 50 : 70,
        });
        var input = new { submissionId = $"fitness-{year}", school, results };
        var data = await server.DataAsync("mutation ($input: RecordFitnessInput!) { recordFitness(input: $input) { accepted errors { message } } }", new { input });
        Assert.Equal(girls + boys, data.GetProperty("recordFitness").GetProperty("accepted").GetInt32());
    }
}
