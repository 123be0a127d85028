using System.Globalization;
using System.Text.Json;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Live;

/// <summary>What a wall screen asks for, of a city in which things happen now.</summary>
public sealed class ActivityTests(EduServer server) : IClassFixture<EduServer>
{
    private const string School = "230404-no12-middle";
    private static readonly int Year = TimeProvider.System.GetUtcNow().Year;

    [Fact]
    public async Task What_was_accepted_is_counted_by_kind_and_minute_for_the_school_its_district_and_the_city()
    {
        var before = (await Activity("230400"), await Activity("230404"), await Activity("230404-yifu-primary"));

        await Enrol("230404-yifu-primary", "counted", 7);
        await server.ReportAsync("230400", new { code = "safety.major_incidents", period = "2024", value = 0 });

        Assert.Equal((1, 7), await UntilCounted("230404-yifu-primary", before.Item3));
        Assert.Equal((1, 7), await UntilCounted("230404", before.Item2));
        Assert.Equal((1, 7), await UntilCounted("230400", before.Item1));
        var city = await Activity("230400");
        Assert.Equal(Figures(before.Item1) + 1, Figures(city));
        Assert.NotEqual(0, city.GetProperty("minutes").EnumerateArray().Sum(minute => minute.GetProperty("submissions").GetInt32()));
    }

    [Fact]
    public async Task A_submission_that_is_sent_again_is_counted_once()
    {
        var before = await Activity("230404-nanshan-primary");
        await Enrol("230404-nanshan-primary", "once", 6);
        Assert.Equal((1, 6), await UntilCounted("230404-nanshan-primary", before));
        await Send("230404-nanshan-primary", "once", 6);
        await Enrol("230404-nanshan-primary", "another", 5);

        Assert.Equal((2, 11), await UntilCounted("230404-nanshan-primary", before));
    }

    [Fact]
    public async Task Who_is_no_staff_is_told_how_often_records_came_and_not_of_how_many_students()
    {
        await Enrol("230402-s01", "hidden", 8);
        await Until(() => Activity("230402"), activity => Kind(activity, "ENROLMENT").GetProperty("submissions").GetInt32() == 1);

        var answer = await server.AskAsync(Question("230402"), caller: "VIEWER@230402");

        Assert.Equal("""{"kind":"ENROLMENT","submissions":1,"lines":null}""", Kind(answer.GetProperty("data").GetProperty("activity"), "ENROLMENT").GetRawText());
        Assert.All(answer.GetProperty("data").GetProperty("activity").GetProperty("minutes").EnumerateArray(), minute => Assert.Equal(JsonValueKind.Null, minute.GetProperty("lines").ValueKind));
    }

    [Fact]
    public async Task A_change_tells_from_where_the_value_moved_to_staff_and_is_left_out_for_others_where_a_count_is_small()
    {
        await server.ReportAsync(School, [.. Enumerable.Range(1, 12).Select(month => new { code = "students.dropped_out", period = $"{Year - 1}-{month:00}", value = month == 9 ? 3 : 0 })]);
        await Record("roll", Enumerable.Range(0, 40).Select(n => (object)new { student = $"c{n}", kind = "ENROLLED", date = $"{Year - 1}-09-02", grade = 7, sex = "FEMALE" }));
        await Until(ValueAtDistrict, value => value.GetProperty("denominator").ValueKind == JsonValueKind.Number);
        await Record("gone", Enumerable.Range(0, 3).Select(n => (object)new { student = $"c{n}", kind = "DROPPED_OUT", date = $"{Year - 1}-09-03" }));

        var change = await Until(
            async () => (await Changes("MONITOR@230404")).FirstOrDefault(change => Names(change, School, "dropout.rate")),
            change => change.ValueKind == JsonValueKind.Object && change.GetProperty("value") is { ValueKind: JsonValueKind.Number } value && value.GetDecimal() == 7.5m);

        // The roll came within the hour too: whether it is the first of the changes depends on which row the district had first.
        Assert.True(change.GetProperty("before") is { ValueKind: JsonValueKind.Null } || change.GetProperty("before").GetDecimal() == 0, change.ToString());
        Assert.DoesNotContain(await Changes("VIEWER@230404"), other => Names(other, School, "dropout.rate"));
        Assert.DoesNotContain(await Changes("VIEWER@230404"), other => Names(other, "230404", "dropout.rate"));
    }

    [Fact]
    public async Task A_figure_stated_anew_by_a_district_is_a_change_of_it_and_of_nobody_else()
    {
        await server.ReportAsync("230402", new { code = "safety.major_incidents", period = Text(Year), value = 5 });
        await server.ReportAsync("230402", new { code = "safety.major_incidents", period = Text(Year), value = 9 });

        var changes = (await server.DataAsync("""{ recentChanges(orgUnit: "230400", first: 1000) { orgUnit { id } indicator { code } before value basis } }"""))
            .GetProperty("recentChanges").EnumerateArray().Where(change => change.GetProperty("indicator").GetProperty("code").GetString() == "safety.major_incidents");

        var change = Assert.Single(changes, change => change.GetProperty("orgUnit").GetProperty("id").GetString() == "230402");
        Assert.Equal(9, change.GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1025")]
    public async Task More_changes_than_are_kept_are_refused_with_the_number(string first)
    {
        var answer = await server.AskAsync($$"""{ recentChanges(orgUnit: "230404", first: {{first}}) { times } }""");

        Assert.Contains($"'first' is {first}; give a number from 0 to 1024.", answer.GetRawText(), StringComparison.Ordinal);
    }

    private static string Question(string unit) =>
        $$"""{ activity(orgUnit: "{{unit}}") { countedSince today { kind submissions lines } minutes { start submissions lines } } }""";

    private static JsonElement Kind(JsonElement activity, string kind) =>
        activity.GetProperty("today").EnumerateArray().Single(count => count.GetProperty("kind").GetString() == kind);

    private static int Figures(JsonElement activity) => Kind(activity, "FIGURES").GetProperty("submissions").GetInt32();

    private static bool Names(JsonElement change, string unit, string indicator) =>
        change.ValueKind == JsonValueKind.Object
        && change.GetProperty("orgUnit").GetProperty("id").GetString() == unit
        && change.GetProperty("indicator").GetProperty("code").GetString() == indicator;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<JsonElement> Activity(string unit) => (await server.DataAsync(Question(unit))).GetProperty("activity");

    /// <summary>What was added to the enrolment records since, once anything was.</summary>
    private async Task<(int Submissions, int Lines)> UntilCounted(string unit, JsonElement before)
    {
        var (submissions, lines) = Enrolments(before);
        var (now, linesNow) = Enrolments(await Until(() => Activity(unit), activity => Enrolments(activity).Submissions > submissions));
        return (now - submissions, linesNow - lines);
    }

    private static (int Submissions, int Lines) Enrolments(JsonElement activity) =>
        (Kind(activity, "ENROLMENT").GetProperty("submissions").GetInt32(), Kind(activity, "ENROLMENT").GetProperty("lines").GetInt32());

    private async Task<List<JsonElement>> Changes(string caller) =>
        [.. (await server.AskAsync("""{ recentChanges(orgUnit: "230404", first: 1000) { orgUnit { id } indicator { code } before value times } }""", caller: caller))
            .GetProperty("data").GetProperty("recentChanges").EnumerateArray()];

    /// <summary>The school's value as its district tells it, whom a viewer asks: it is some milliseconds behind the school.</summary>
    private async Task<JsonElement> ValueAtDistrict() =>
        (await server.AskAsync($$"""{ orgUnit(id: "{{School}}") { value(indicator: "dropout.rate", period: "{{Year - 1}}") { value denominator suppression } } }""", caller: "VIEWER@230404"))
            .GetProperty("data").GetProperty("orgUnit").GetProperty("value");

    /// <summary>Returns once the district has counted it, so that no other test does.</summary>
    private async Task Enrol(string school, string submissionId, int students)
    {
        var before = await Activity(school);
        await Send(school, submissionId, students);
        await UntilCounted(school, before);
    }

    private Task Send(string school, string submissionId, int students) =>
        Post(submissionId, Enumerable.Range(0, students).Select(n => (object)new { student = $"{submissionId}{n}", kind = "ENROLLED", date = $"{Year}-01-02", grade = 1 }), school);

    private async Task Record(string submissionId, IEnumerable<object> events)
    {
        var before = await Activity(School);
        await Post(submissionId, events, School);
        await UntilCounted(School, before);
    }

    private async Task Post(string submissionId, IEnumerable<object> events, string school)
    {
        var data = await server.DataAsync(
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted errors { code message } } }",
            new { input = new { submissionId, school, events } });
        Assert.NotEqual(0, data.GetProperty("recordEnrolment").GetProperty("accepted").GetInt32());
    }

    /// <summary>Asks until the answer is as expected: what a school accepts reaches its district a moment later.</summary>
    private static async Task<JsonElement> Until(Func<Task<JsonElement>> ask, Func<JsonElement, bool> expected)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var answer = await ask();
            if (answer.ValueKind != JsonValueKind.Undefined && expected(answer))
                return answer;
        }
    }
}
