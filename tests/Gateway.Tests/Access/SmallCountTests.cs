using System.Globalization;
using System.Text.Json;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>From student records to the reader, with nothing in between taken away: three dropouts of forty.</summary>
public sealed class SmallCountTests(EduServer server) : IClassFixture<EduServer>
{
    private const string School = "230404-no12-middle";

    private const string Question =
        """{ orgUnit(id: "230404-no12-middle") { value(indicator: "dropout.rate", period: "2024", stage: JUNIOR) { value numerator denominator status suppression } dropoutLedger(period: "2024", stage: JUNIOR) { confirmed { value suppression } } findings { message values } } }""";

    [Fact]
    public async Task Three_dropouts_are_told_to_the_schools_staff_and_to_nobody_else()
    {
        await server.ReportAsync(School, [.. Enumerable.Range(1, 12).Select(month => new { code = "students.dropped_out", period = $"2024-{month:00}", value = month == 5 ? 3 : 0 })]);
        await RecordAsync("enrolled", Enumerable.Range(0, 40).Select(n => (object)new { student = $"s{n}", kind = "ENROLLED", date = "2023-09-01", grade = 7, sex = "MALE" }));
        var before = TimeProvider.System.GetUtcNow();
        await RecordAsync("dropped", Enumerable.Range(0, 3).Select(n => (object)new { student = $"s{n}", kind = "DROPPED_OUT", date = "2024-05-06", reason = "厌学" }));
        await RecordAsync("later", [new { student = "s39", kind = "GRADUATED", date = "2025-01-10" }]);

        // The district answers for who is no staff; its row of the school is some milliseconds behind the school.
        var seen = await AskUntil("VIEWER@230404", answer => answer.GetProperty("value").GetProperty("suppression").ValueKind == JsonValueKind.String);
        var known = await AskUntil("REPORTER@230404-no12-middle", answer => answer.GetProperty("value").GetProperty("numerator").ValueKind == JsonValueKind.Number);

        Assert.Equal("""{"value":null,"numerator":null,"denominator":null,"status":"NO_DATA","suppression":"SMALL_COUNT"}""", seen.GetProperty("value").GetRawText());
        Assert.Equal("""{"value":7.50,"numerator":3,"denominator":40,"status":"MISSED","suppression":null}""", known.GetProperty("value").GetRawText());
        Assert.DoesNotContain("7.5", seen.GetRawText());
        Assert.Contains("7.5", known.GetProperty("findings").GetRawText());

        // Nobody had dropped out yet; but what a reader may not be told today it is not told of yesterday.
        Assert.Equal("""{"value":null,"numerator":null,"suppression":"COMPLEMENTARY"}""", (await AskOfThePast("VIEWER@230404", before)).GetRawText());
        Assert.Equal("""{"value":0,"numerator":0,"suppression":null}""", (await AskOfThePast("REPORTER@230404-no12-middle", before)).GetRawText());
    }

    [Fact]
    public async Task A_total_of_the_past_is_no_first_half_of_a_subtraction()
    {
        foreach (var (school, dropped) in new[] { ("230404-yifu-primary", 31), ("230404-nanshan-primary", 47) })
            await server.ReportAsync(school, new { code = "students.dropped_out", period = "2022", stage = "PRIMARY", value = dropped }, new { code = "students.enrolled", period = "2022", stage = "PRIMARY", value = 1000 });
        await TotalUntil(78, "MONITOR@230404");
        var before = TimeProvider.System.GetUtcNow();

        await server.ReportAsync(School, new { code = "students.dropped_out", period = "2022", stage = "JUNIOR", value = 2 }, new { code = "students.enrolled", period = "2022", stage = "JUNIOR", value = 300 });
        await TotalUntil(80, "MONITOR@230404");

        // A viewer who asked before the third school's row is there would be told 78, and then never 80.
        Assert.Equal(80, (await TotalOf("VIEWER@230404", null)).GetProperty("numerator").GetInt32());

        // 80 is shown, so 78 must not be: what lies between is one school's.
        Assert.Equal("COMPLEMENTARY", (await TotalOf("VIEWER@230404", before)).GetProperty("suppression").GetString());
        Assert.Equal(78, (await TotalOf("MONITOR@230404", before)).GetProperty("numerator").GetInt32());

        // Whoever has read 80 is not told the next total either, until more schools than this one moved it.
        await server.ReportAsync(School, new { code = "students.dropped_out", period = "2022", stage = "JUNIOR", value = 4 }, new { code = "students.enrolled", period = "2022", stage = "JUNIOR", value = 300 });
        await TotalUntil(82, "MONITOR@230404");
        Assert.Equal("SMALL_COUNT", (await TotalOf("VIEWER@230404", null)).GetProperty("suppression").GetString());
    }

    private async Task TotalUntil(int dropped, string caller)
    {
        while (await TotalOf(caller, null) is var total && !(total.GetProperty("numerator") is { ValueKind: JsonValueKind.Number } numerator && numerator.GetInt32() == dropped))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<JsonElement> TotalOf(string caller, DateTimeOffset? instant)
    {
        const string question = """query ($at: DateTime) { orgUnit(id: "230404") { value(indicator: "dropout.rate", period: "2022", asOf: $at) { numerator suppression } } }""";
        var answer = await server.AskAsync(question, new { at = instant?.ToString("O", CultureInfo.InvariantCulture) }, caller);
        return answer.GetProperty("data").GetProperty("orgUnit").GetProperty("value");
    }

    private async Task<JsonElement> AskOfThePast(string caller, DateTimeOffset instant)
    {
        const string question =
            """query ($at: DateTime!) { orgUnit(id: "230404-no12-middle") { value(indicator: "dropout.rate", period: "2024", stage: JUNIOR, asOf: $at) { value numerator suppression } } }""";
        var answer = await server.AskAsync(question, new { at = instant.ToString("O", CultureInfo.InvariantCulture) }, caller);
        return answer.GetProperty("data").GetProperty("orgUnit").GetProperty("value");
    }

    private async Task<JsonElement> AskUntil(string caller, Func<JsonElement, bool> settled)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var answer = (await server.AskAsync(Question, caller: caller)).GetProperty("data").GetProperty("orgUnit");
            if (settled(answer))
                return answer;
        }
    }

    private async Task RecordAsync(string submissionId, IEnumerable<object> events)
    {
        var data = await server.DataAsync(
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted errors { code message } } }",
            new { input = new { submissionId, school = School, events } });
        Assert.NotEqual(0, data.GetProperty("recordEnrolment").GetProperty("accepted").GetInt32());
    }
}
