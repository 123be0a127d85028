using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>A query over many schools makes no call a school, and is answered as if each had been asked alone.</summary>
public sealed class BatchTests(CrowdedServer crowded) : IClassFixture<CrowdedServer>
{

    private readonly EduServer server = crowded.Server;

    private static readonly string[] reads = ["Evaluate", "PeriodsWithData", "Versions", "Findings", "AllFindings", "Acknowledged", "AllAcknowledged", "ProblemLedgers", "AllProblemLedgers", "Assess"];

    /// <summary>With how many calls a field of all schools takes: one for each of the two districts, and two for open ranges and for what was said of findings.</summary>
    public static TheoryData<string, int> Fields => new()
    {
        { """value(indicator: "dropout.rate", period: "2024") { value status }""", 2 },
        { """series(indicator: "dropout.rate", from: "2022", to: "2024") { period value status }""", 2 },
        { """series(indicator: "staff.doctor_coverage") { period value }""", 4 },
        { """distribution(indicator: "dropout.rate", stage: PRIMARY, period: "2024") { count schools { orgUnit { id } value } }""", 2 },
        { """compliance(standard: "quality-balanced-2017", period: "2024") { met missed noData results { criterion { code } status } }""", 2 },
        { """complianceHistory(standard: "duties-2024", last: 1) { period met missed noData }""", 4 },
        { """findings { rule severity period message values acknowledgement { note } }""", 4 },
        { """findings(period: "2024") { rule message }""", 4 },
        { """dropoutLedger(period: "2024") { enrolled { value } confirmed { value } reportingRate { value } }""", 2 },
        { """problems { text status }""", 2 },
        { "version", 2 },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_of_all_schools_is_a_call_to_each_district_and_says_what_each_school_says_alone(string field, int calls)
    {
        var before = reads.Sum(server.Calls.Of);
        var data = await server.DataAsync($"{{ orgUnits(where: {{ level: SCHOOL, nameContains: \"批\" }}) {{ nodes {{ id {field} }} }} }}");
        var made = reads.Sum(server.Calls.Of) - before;

        var schools = data.GetProperty("orgUnits").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(CrowdedServer.Schools, schools.Count);
        Assert.Equal(calls, made);
        foreach (var school in schools.Where((_, i) => i % 5 == 0))
        {
            var alone = (await server.DataAsync($"{{ orgUnit(id: \"{school.GetProperty("id").GetString()}\") {{ id {field} }} }}")).GetProperty("orgUnit");
            Assert.Equal(alone.GetRawText(), school.GetRawText());
        }
    }

    [Fact]
    public async Task One_field_that_cannot_be_had_spoils_no_other_of_its_batch()
    {
        var answer = await server.AskAsync(
            """{ good: orgUnit(id: "230402-batch-0") { id findings { rule } } bad: orgUnit(id: "230402-batch-1") { series(indicator: "no.such") { value } } }""");

        Assert.Equal("UNKNOWN_INDICATOR", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("data").GetProperty("good").GetProperty("findings").ValueKind);
    }
}
