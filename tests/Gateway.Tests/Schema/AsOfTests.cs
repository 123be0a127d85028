using System.Globalization;
using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>Figures as the journal stood at an instant.</summary>
public sealed class AsOfTests(EduServer server) : IClassFixture<EduServer>
{
    [Fact]
    public async Task A_figure_corrected_since_is_read_and_explained_as_it_stood()
    {
        var before = Now();
        await server.ReportAsync("230404", new { code = "preschool.public_share", period = "2023", value = 22.7 });
        var between = Now();
        await server.ReportAsync("230404", new { code = "preschool.public_share", period = "2023", value = 25.1 });

        JsonElement never, then, now;
        do
        {
            // A version counts registrations too, of which the district hears some moments after the journal has them.
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var unit = (await server.DataAsync(
                """
                query ($before: DateTime!, $between: DateTime!) { orgUnit(id: "230404") {
                  never: value(indicator: "preschool.public_share", period: "2023", asOf: $before) { value status }
                  then: value(indicator: "preschool.public_share", period: "2023", asOf: $between) { value version explanation { formula sources { submissionId } } }
                  now: value(indicator: "preschool.public_share", period: "2023") { value version explanation { formula sources { submissionId } } } } }
                """, new { before, between })).GetProperty("orgUnit");
            (never, then, now) = (unit.GetProperty("never"), unit.GetProperty("then"), unit.GetProperty("now"));
        }
        while (now.GetProperty("version").GetInt32() - then.GetProperty("version").GetInt32() != 1);

        Assert.Equal("""{"value":null,"status":"NO_DATA"}""", never.GetRawText());
        Assert.Equal((22.7m, 25.1m), (then.GetProperty("value").GetDecimal(), now.GetProperty("value").GetDecimal()));
        Assert.Equal("preschool.public_share = 22.7", then.GetProperty("explanation").GetProperty("formula").GetString());
        Assert.NotEqual(SubmissionBehind(then), SubmissionBehind(now));
    }

    [Fact]
    public async Task A_school_its_district_and_its_city_are_read_as_they_stood_beside_what_they_are_now()
    {
        await server.Register(
            EduServer.Unit("230406", "东山区", null, OrgUnitLevel.District, "230400"),
            EduServer.Unit("230406-then", "从前的学校", null, OrgUnitLevel.School, "230406", SchoolStage.Primary));
        await server.DataAsync("""{ orgUnit(id: "230406-then") { id } }""");
        await EnrolAsync("230406-then", "a", "b", "c");
        var then = Now();
        await RecordAsync("230406-then", new { student = "a", kind = "DROPPED_OUT", date = "2024-05-10" });

        const string fields =
            """
            roll: value(indicator: "dropout.roll", period: "2024", stage: PRIMARY, asOf: $then) { value }
            out: value(indicator: "dropout.confirmed", period: "2024", stage: PRIMARY, asOf: $then) { value }
            """;
        var data = await server.DataAsync(
            $$"""
            query ($then: DateTime) {
              school: orgUnit(id: "230406-then") { {{fields}} }
              district: orgUnit(id: "230406") { {{fields}} }
              city: orgUnit(id: "230400") { {{fields}} }
              now: orgUnit(id: "230406-then") { out: value(indicator: "dropout.confirmed", period: "2024", stage: PRIMARY) { value } } }
            """, new { then });

        foreach (var unit in new[] { "school", "district", "city" })
            Assert.Equal("""{"roll":{"value":3},"out":{"value":null}}""", data.GetProperty(unit).GetRawText());
        Assert.Equal("""{"out":{"value":1}}""", data.GetProperty("now").GetRawText());
    }

    [Fact]
    public async Task A_comparison_of_the_past_has_the_schools_and_the_periods_that_were_known_then()
    {
        await server.Register(EduServer.Unit("230405", "兴安区", null, OrgUnitLevel.District, "230400"));
        await server.Register(EduServer.Unit("230405-old", "老学校", null, OrgUnitLevel.School, "230405", SchoolStage.Primary));
        await server.DataAsync("""{ orgUnit(id: "230405-old") { id } }""");
        await server.ReportAsync("230405-old", new { code = "students.enrolled", period = "2022", stage = "PRIMARY", value = 100 });
        var then = Now();
        await server.Register(EduServer.Unit("230405-new", "新学校", null, OrgUnitLevel.School, "230405", SchoolStage.Primary));
        await server.DataAsync("""{ orgUnit(id: "230405-new") { id } }""");
        await server.ReportAsync("230405-new", new { code = "students.enrolled", period = "2023", stage = "PRIMARY", value = 50 });

        var data = await server.DataAsync(
            """
            query ($then: DateTime) {
              then: comparison(childrenOf: "230405", indicators: ["dropout.roll"], stage: PRIMARY, asOf: $then) { periods series { orgUnit { id } } }
              now: comparison(childrenOf: "230405", indicators: ["dropout.roll"], stage: PRIMARY) { periods series { orgUnit { id } } }
              district: orgUnit(id: "230405") {
                then: series(indicator: "dropout.roll", stage: PRIMARY, from: "2022", to: "2022", asOf: $then) { expectedUnits } }
              unborn: orgUnit(id: "230405-new") { series(indicator: "dropout.roll", stage: PRIMARY, asOf: $then) { value }
                value(indicator: "dropout.roll", stage: PRIMARY, period: "2023", asOf: $then) { value status explanation { sources { document } } } } }
            """, new { then });

        Assert.Equal("""{"periods":["2022"],"series":[{"orgUnit":{"id":"230405-old"}}]}""", data.GetProperty("then").GetRawText());
        Assert.Equal(2, data.GetProperty("now").GetProperty("series").GetArrayLength());
        Assert.Equal("""{"then":[{"expectedUnits":1}]}""", data.GetProperty("district").GetRawText());
        Assert.Equal(
            """{"series":[],"value":{"value":null,"status":"NO_DATA","explanation":{"sources":[]}}}""", data.GetProperty("unborn").GetRawText());
    }

    [Fact]
    public async Task Many_schools_of_the_past_are_one_call_to_their_district()
    {
        await server.Register([.. Enumerable.Range(0, 20).Select(n =>
            EduServer.Unit($"230402-many{n}", $"学校{n}", null, OrgUnitLevel.School, "230402", SchoolStage.Primary))]);
        await server.DataAsync("""{ orgUnit(id: "230402-many19") { id } }""");
        var evaluated = server.Calls.Of("Evaluate");

        var data = await server.DataAsync(
            """
            query ($then: DateTime) { orgUnit(id: "230402") { children { nodes {
              value(indicator: "dropout.rate", period: "2024", stage: PRIMARY, asOf: $then) { status } } } } }
            """, new { then = Now() });

        Assert.True(data.GetProperty("orgUnit").GetProperty("children").GetProperty("nodes").GetArrayLength() > 20);
        Assert.Equal(1, server.Calls.Of("Evaluate") - evaluated);
    }

    [Fact]
    public async Task An_answer_of_the_past_is_given_again_whatever_changes_today()
    {
        const string query =
            """{ orgUnit(id: "230404") { value(indicator: "preschool.public_share", period: "2019", asOf: "2020-01-01T00:00:00Z") { status } } }""";
        await server.DataAsync(query);
        var evaluated = server.Calls.Of("Evaluate");
        await server.ReportAsync("230404", new { code = "preschool.public_share", period = "2019", value = 12 });

        await server.DataAsync(query);

        Assert.Equal(0, server.Calls.Of("Evaluate") - evaluated);
    }

    [Fact]
    public async Task An_answer_of_a_moment_ago_is_made_anew_since_submissions_of_then_may_be_on_their_way()
    {
        const string query =
            """query ($then: DateTime) { orgUnit(id: "230404") { value(indicator: "preschool.public_share", period: "2018", asOf: $then) { status } } }""";
        var then = Now();
        await server.DataAsync(query, new { then });
        var evaluated = server.Calls.Of("Evaluate");

        await server.DataAsync(query, new { then });

        Assert.Equal(1, server.Calls.Of("Evaluate") - evaluated);
    }

    [Fact]
    public async Task A_time_to_come_is_read_as_things_stand()
    {
        await server.ReportAsync("230402", new { code = "preschool.public_share", period = "2021", value = 31.5 });

        var data = await server.DataAsync(
            """{ orgUnit(id: "230402") { value(indicator: "preschool.public_share", period: "2021", asOf: "9999-12-31T00:00:00Z") { value } } }""");

        Assert.Equal("""{"orgUnit":{"value":{"value":31.5}}}""", data.GetRawText());
    }

    [Fact]
    public async Task A_request_that_names_more_instants_than_one_may_is_told_so_and_given_the_rest()
    {
        var fields = Enumerable.Range(1, AskedInstants.Most + 1)
            .Select(day => $$"""d{{day}}: value(indicator: "preschool.public_share", period: "2023", asOf: "2020-01-0{{day}}T00:00:00Z") { status }""");

        var answer = await server.AskAsync($$"""{ orgUnit(id: "230402") { {{string.Join(' ', fields)}} } }""");

        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("BAD_ARGUMENT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains($"{AskedInstants.Most}", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-01")]
    [InlineData("2026-05-01T08:00:00")]
    [InlineData("yesterday")]
    public async Task A_day_or_a_time_without_its_offset_is_no_instant_and_is_refused_with_the_form_expected(string given)
    {
        const string field = """value(indicator: "preschool.public_share", period: "2023", asOf: $at) { value }""";
        var literal = await server.AskAsync($$"""{ orgUnit(id: "230404") { {{field.Replace("$at", $"\"{given}\"", StringComparison.Ordinal)}} } }""");
        var variable = await server.AskAsync($$"""query ($at: DateTime) { orgUnit(id: "230404") { {{field}} } }""", new { at = given });

        foreach (var answer in new[] { literal, variable })
        {
            var error = answer.GetProperty("errors")[0];
            Assert.Equal("BAD_USER_INPUT", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Contains($"ISO 8601 with its offset, such as '2024-05-22T08:30:00+08:00'; '{given}' is not", error.GetProperty("message").GetString());
        }
    }

    [Theory]
    [InlineData("2000-05-01T08:00:00+08:00")]
    [InlineData("2000-05-01T08:00Z")]
    [InlineData("2000-05-01T00:00:00.1234567Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public async Task An_instant_may_be_written_in_any_form_of_the_standard_that_has_an_offset(string given)
    {
        var data = await server.DataAsync(
            "query ($at: DateTime) { orgUnit(id: \"230404\") { value(indicator: \"preschool.public_share\", period: \"2023\", asOf: $at) { status } } }",
            new { at = given });

        Assert.Equal("""{"orgUnit":{"value":{"status":"NO_DATA"}}}""", data.GetRawText());
    }

    private static string Now() => TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private static string? SubmissionBehind(JsonElement value) =>
        value.GetProperty("explanation").GetProperty("sources")[0].GetProperty("submissionId").GetString();

    private Task EnrolAsync(string school, params string[] students) =>
        RecordAsync(school, [.. students.Select(student => new { student, kind = "ENROLLED", date = "2024-03-01", grade = 3 })]);

    private async Task RecordAsync(string school, params object[] events)
    {
        var data = await server.DataAsync(
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted errors { message } } }",
            new { input = new { submissionId = Guid.NewGuid().ToString(), school, events } });
        Assert.Equal(events.Length, data.GetProperty("recordEnrolment").GetProperty("accepted").GetInt32());
    }
}
