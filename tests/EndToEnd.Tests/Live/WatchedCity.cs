using System.Net.Http.Headers;
using System.Text;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.Live;

/// <summary>A running system of one small city, whose schools report when a test says so.</summary>
internal sealed class WatchedCity : IAsyncDisposable
{
    public const string City = "w";
    public const string District = "w-1";
    public const string School = "w-1-a";

    private static readonly int year = TimeProvider.System.GetUtcNow().Year;

    private readonly string data = Directory.CreateTempSubdirectory("edu-live-").FullName;
    private int submissions;
    private int dropouts;

    private WatchedCity()
    {
    }

    public RunningSystem System { get; private set; } = null!;

    /// <summary>Starts it with forty students at the school, of whom one has dropped out.</summary>
    public static async Task<WatchedCity> Start(params string[] options)
    {
        var city = new WatchedCity();
        city.System = await RunningSystem.Start(city.data, ["--empty", .. options]);
        try
        {
            await city.Furnish(options.Contains("--sign-in"));
            return city;
        }
        catch
        {
            // Nobody else knows of it yet.
            await city.DisposeAsync();
            throw;
        }
    }

    /// <summary>One more student drops out.</summary>
    public Task RecordDropout() => Record(new { student = $"w{dropouts++}", kind = "DROPPED_OUT", date = $"{year}-01-03", reason = "厌学" });

    /// <summary>So that one dropout keeps the rate under the cap.</summary>
    public Task EnrolAnotherHundred() => Record(Enrolled(40, 100));

    /// <summary>As a power cut would: no connection is closed by the server.</summary>
    public Task Kill() => System.Kill();

    /// <summary>The same system at the same address.</summary>
    public async Task StartAgain()
    {
        var port = System.Address.Port;
        await System.DisposeAsync();
        System = await RunningSystem.StartAt(port, data, "--empty");
    }

    public async Task<string> MakeToken(string role, string? unit = null)
    {
        var (code, text, complaints) = await EduProgram.Run(["token", "create", "--data", data, "--role", role, .. unit is null ? [] : new[] { "--unit", unit }]);
        Assert.True(code == 0, complaints);
        return text;
    }

    public async Task Revoke(string token)
    {
        var (code, _, complaints) = await EduProgram.Run("token", "revoke", token.Split('_')[1], "--data", data);
        Assert.True(code == 0, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private async Task Furnish(bool asksForSignIn)
    {
        if (asksForSignIn)
            System.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await MakeToken("administrator"));
        await Send("org-units",
            $$"""{"code":"{{City}}","name":"望城市","nameEn":"Wang","level":"CITY","synthetic":true}""",
            $$"""{"code":"{{District}}","name":"望东区","nameEn":"East","level":"DISTRICT","parent":"{{City}}","synthetic":true}""",
            $$"""{"code":"{{School}}","name":"望东中学","nameEn":"East School","level":"SCHOOL","parent":"{{District}}","stages":["JUNIOR"],"synthetic":true}""");
        await Record(Enrolled(0, 40));
        await RecordDropout();
    }

    private static object[] Enrolled(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(n => new { student = $"w{n}", kind = "ENROLLED", date = $"{year}-01-02", grade = 7, sex = "FEMALE" })];

    private async Task Record(params object[] events)
    {
        var payload = (await System.Query(
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted errors { message } } }",
            new { input = new { submissionId = $"watched-{submissions++}", school = School, events } })).GetProperty("recordEnrolment");
        Assert.True(payload.GetProperty("accepted").GetInt32() == events.Length, payload.ToString());
    }

    private async Task Send(string kind, params string[] lines)
    {
        using var content = new StringContent(string.Join('\n', lines) + "\n", Encoding.UTF8, "application/x-ndjson");
        using var answer = await System.Http.PostAsync(new Uri($"/ingest/{kind}?submission=watched", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode && !text.Contains("\"errors\":[{", StringComparison.Ordinal), text);
    }
}
