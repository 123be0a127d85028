using System.Globalization;
using System.Text;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.Live;

/// <summary>A small city whose school reports when a test says so. Each test founds its own: what it records, others must not find.</summary>
internal sealed class WatchedCity
{
    private static readonly int year = TimeProvider.System.GetUtcNow().Year;
    private static int founded;

    private readonly RunningSystem system;
    private int submissions;
    private int dropouts;

    private WatchedCity(RunningSystem system)
    {
        this.system = system;
        City = string.Create(CultureInfo.InvariantCulture, $"w{Interlocked.Increment(ref founded)}");
    }

    public string City { get; }

    public string District => $"{City}-1";

    public string School => $"{City}-1-a";

    /// <summary>A new one, with forty students at its school, of whom one has dropped out.</summary>
    /// <param name="system">Whose client may register units.</param>
    public static async Task<WatchedCity> Found(RunningSystem system)
    {
        var city = new WatchedCity(system);
        await city.Register();
        await city.Record([.. Enumerable.Range(0, 40).Select(n => new { student = $"w{n}", kind = "ENROLLED", date = $"{year}-01-02", grade = 7, sex = "FEMALE" })]);
        await city.RecordDropout();
        return city;
    }

    /// <summary>One more student drops out.</summary>
    public Task RecordDropout() => Record(new { student = $"w{dropouts++}", kind = "DROPPED_OUT", date = $"{year}-01-03", reason = "厌学" });

    private async Task Record(params object[] events)
    {
        var payload = (await system.Query(
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted errors { message } } }",
            new { input = new { submissionId = $"watched-{submissions++}", school = School, events } })).GetProperty("recordEnrolment");
        Assert.True(payload.GetProperty("accepted").GetInt32() == events.Length, payload.ToString());
    }

    private async Task Register()
    {
        var units =
            $$"""
            {"code":"{{City}}","name":"望城市","nameEn":"Wang","level":"CITY","synthetic":true}
            {"code":"{{District}}","name":"望东区","nameEn":"East","level":"DISTRICT","parent":"{{City}}","synthetic":true}
            {"code":"{{School}}","name":"望东中学","nameEn":"East School","level":"SCHOOL","parent":"{{District}}","stages":["JUNIOR"],"synthetic":true}

            """;
        using var lines = new StringContent(units, Encoding.UTF8, "application/x-ndjson");
        using var answer = await system.Http.PostAsync(new Uri($"/ingest/org-units?submission={City}", UriKind.Relative), lines);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode && !text.Contains("\"errors\":[{", StringComparison.Ordinal), text);
    }
}
