using System.Text.Json;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Findings;

/// <summary>Findings of a unit and of all below it, as one list.</summary>
public sealed class FindingListTests(EduServer server) : IClassFixture<EduServer>, IAsyncLifetime
{
    private const int MostRowsUnderWay = 20;

    private const string Query = """
        query ($at: ID!, $period: Period, $rule: String, $severity: Severity, $first: Int, $after: String) {
          allFindings(at: $at, period: $period, rule: $rule, severity: $severity, first: $first, after: $after) {
            totalCount skipped
            nodes { rule severity subject orgUnit { id } }
            pageInfo { hasNextPage hasPreviousPage endCursor }
            counts {
              periods { period count } severities { severity count } rules { definition { code } count }
              orgUnits { orgUnit { id } count newest }
            }
          }
        }
        """;

    /// <summary>Before every test; what is stated again changes no finding.</summary>
    public async ValueTask InitializeAsync()
    {
        await server.ReportAsync("230404", new { code = "fitness.excellent_good_rate", period = "2023", value = 3.4 });
        await server.ReportAsync("230404", new { code = "safety.food_incidents", period = "2022", value = 1 });
        await server.ReportAsync("230404-yifu-primary", new { code = "safety.food_incidents", period = "2023", value = 2 });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_districts_list_holds_what_its_schools_found_and_a_citys_that_of_its_districts()
    {
        foreach (var at in new[] { "230404", "230400" })
        {
            var list = await UntilTheSchoolIsIn(at);

            Assert.Contains(("target.missed", "230404"), Found(list));
            Assert.Contains(("target.missed", "230404-yifu-primary"), Found(list));
        }
    }

    [Fact]
    public async Task A_list_asked_for_again_asks_the_district_and_none_of_its_schools()
    {
        await UntilTheSchoolIsIn("230404");

        // Rows that are still on their way up make the district ask once more; when they are there, it asks nobody.
        var (calls, asked) = (0, 0);
        while (calls != 1 && asked++ < MostRowsUnderWay)
        {
            var before = server.Calls.Of("AllFindings");
            // Another page each time, for the same answer would be given again without a call.
            await Ask(new { at = "230404", first = 10 + asked });
            calls = server.Calls.Of("AllFindings") - before;
        }

        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Each_choice_says_how_many_findings_it_would_list()
    {
        var list = await UntilTheSchoolIsIn("230404", new { at = "230404", period = "2023", severity = "CRITICAL" });
        var counts = list.GetProperty("counts");

        var listed = await Ask(new { at = "230404", period = "2022", severity = "CRITICAL" });
        Assert.Equal(CountOf(counts, "periods", "period", "2022"), listed.GetProperty("totalCount").GetInt32());
        var all = counts.GetProperty("severities").EnumerateArray().Sum(one => one.GetProperty("count").GetInt32());
        Assert.Equal(all, (await Ask(new { at = "230404", period = "2023" })).GetProperty("totalCount").GetInt32());
        var school = counts.GetProperty("orgUnits").EnumerateArray().Single(one => Id(one) == "230404-yifu-primary");
        Assert.Equal((1, "2023"), (school.GetProperty("count").GetInt32(), school.GetProperty("newest").GetString()));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition_the_gravest_first()
    {
        var whole = await UntilTheSchoolIsIn("230404");
        var first = await Ask(new { at = "230404", first = 2 });
        var rest = await Ask(new { at = "230404", first = 500, after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() });

        Assert.Equal(Found(whole), Found(first).Concat(Found(rest)));
        Assert.Equal(2, rest.GetProperty("skipped").GetInt32());
        Assert.True(first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.False(rest.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal("CRITICAL", first.GetProperty("nodes")[0].GetProperty("severity").GetString());
    }

    [Theory]
    [InlineData("""at: "999" """, "UNKNOWN_ORG_UNIT")]
    [InlineData("""at: "230404", rule: "no.such" """, "BAD_ARGUMENT")]
    [InlineData("""at: "230404", first: 501""", "BAD_ARGUMENT")]
    [InlineData("""at: "230404", after: "x" """, "BAD_ARGUMENT")]
    public async Task A_list_that_cannot_be_had_is_refused_with_a_code(string arguments, string code)
    {
        var answer = await server.AskAsync($"{{ allFindings({arguments}) {{ totalCount }} }}");

        Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    /// <summary>A district hears of what its school accepted a moment after.</summary>
    private async Task<JsonElement> UntilTheSchoolIsIn(string at, object? asked = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var list = await Ask(asked ?? new { at });
        while (!Found(list).Any(finding => finding.Unit == "230404-yifu-primary"))
        {
            limit.Token.ThrowIfCancellationRequested();
            list = await Ask(asked ?? new { at });
        }

        return list;
    }

    private async Task<JsonElement> Ask(object variables) => (await server.DataAsync(Query, variables)).GetProperty("allFindings");

    private static List<(string Rule, string Unit)> Found(JsonElement list) =>
        [.. list.GetProperty("nodes").EnumerateArray().Select(node => (node.GetProperty("rule").GetString()!, Id(node)))];

    private static string Id(JsonElement element) => element.GetProperty("orgUnit").GetProperty("id").GetString()!;

    private static int CountOf(JsonElement counts, string choices, string name, string choice) => counts.GetProperty(choices).EnumerateArray()
        .Single(one => one.GetProperty(name).GetString() == choice).GetProperty("count").GetInt32();
}
