using System.Text.Json;

namespace EduAnalytics.Cluster.Tests;

/// <summary>A city of one district with a few schools, which a test furnishes for itself.</summary>
internal sealed class SmallCity(GatewayClient gateway, string code, int schools = 1)
{
    /// <summary>Asks how many students the unit <c>$id</c> has on its rolls.</summary>
    public const string AskCount =
        """query ($id: ID!, $period: Period!) { orgUnit(id: $id) { value(indicator: "dropout.roll", period: $period, stage: JUNIOR) { value } } }""";

    private const string RecordEvents =
        "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted duplicate errors { code message } } }";

    /// <summary>The year in which everything here happens.</summary>
    public static string Year { get; } = $"{TimeProvider.System.GetUtcNow().Year}";

    public string City => code;

    public string District => $"{code}-1";

    public IReadOnlyList<string> Schools { get; } = [.. Enumerable.Range(1, schools).Select(number => $"{code}-1-{number}")];

    public string School => Schools[0];

    public async Task Furnish()
    {
        var answer = await gateway.Ingest(
            "org-units",
            $"{code}-units",
            [
                $$"""{"code":"{{City}}","name":"望城市","nameEn":"Wang","level":"CITY","synthetic":true}""",
                $$"""{"code":"{{District}}","name":"望东区","nameEn":"East","level":"DISTRICT","parent":"{{City}}","synthetic":true}""",
                .. Schools.Select(school =>
                    $$"""{"code":"{{school}}","name":"{{school}}中学","nameEn":"{{school}}","level":"SCHOOL","parent":"{{District}}","stages":["JUNIOR"],"synthetic":true}"""),
            ]);
        Assert.DoesNotContain("\"errors\":[{", answer, StringComparison.Ordinal);
    }

    /// <summary>Enrols students at a school.</summary>
    public Task Enrol(string school, string submission, params string[] students) => Enrol(gateway, school, submission, students);

    /// <summary>The same, through another gateway or the dashboard.</summary>
    public static async Task Enrol(GatewayClient through, string school, string submission, params string[] students)
    {
        var payload = (await TryEnrol(through, school, submission, students)).GetProperty("data").GetProperty("recordEnrolment");
        Assert.True(payload.GetProperty("accepted").GetInt32() == students.Length, payload.ToString());
    }

    /// <summary>The same, with whatever is answered.</summary>
    public static Task<JsonElement> TryEnrol(GatewayClient through, string school, string submission, params string[] students) =>
        through.Answer(RecordEvents, new
        {
            input = new
            {
                submissionId = submission,
                school,
                events = students.Select(student => new { student, kind = "ENROLLED", date = $"{Year}-01-02", grade = 7, sex = "FEMALE" }),
            },
        });

    public async Task DropOut(string school, string submission, string student)
    {
        var payload = (await gateway.Query(RecordEvents, new
        {
            input = new { submissionId = submission, school, events = new[] { new { student, kind = "DROPPED_OUT", date = $"{Year}-01-03", reason = "厌学" } } },
        })).GetProperty("recordEnrolment");
        Assert.True(payload.GetProperty("accepted").GetInt32() == 1, payload.ToString());
    }

    /// <summary>How many students a unit has on its rolls this year; null where nothing is known.</summary>
    public static async Task<int?> Enrolled(GatewayClient through, string unit)
    {
        var answer = await CountEnrolled(through, unit);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return CountIn(answer);
    }

    /// <summary>The same, with whatever is answered.</summary>
    public static Task<JsonElement> CountEnrolled(GatewayClient through, string unit) =>
        through.Answer(AskCount, new { id = unit, period = Year });

    public static int? CountIn(JsonElement answer) =>
        answer.GetProperty("data").GetProperty("orgUnit").GetProperty("value") is { ValueKind: JsonValueKind.Object } value
        && value.GetProperty("value") is { ValueKind: JsonValueKind.Number } count ? count.GetInt32() : null;
}
