using System.Globalization;
using System.Text;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.SavedViews;

/// <summary>
/// A system of one city with two districts, which state two rates over six years: a test may change and kill it, and it is
/// back in a moment.
/// </summary>
public sealed class SmallCity : IAsyncLifetime
{
    public const string East = "110101";

    private const string City = "110100";
    private const string West = "110102";

    private readonly string data = Directory.CreateTempSubdirectory("edu-views-").FullName;

    public RunningSystem System { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        System = await RunningSystem.Start(data, "--empty");
        await Send(
            "org-units",
            $$"""{"code":"{{City}}","name":"望城市","nameEn":"Wang","level":"CITY"}""",
            $$"""{"code":"{{East}}","name":"望东区","nameEn":"East","level":"DISTRICT","parent":"{{City}}"}""",
            $$"""{"code":"{{West}}","name":"望西区","nameEn":"West","level":"DISTRICT","parent":"{{City}}"}""");
        await Send("figures", [.. from unit in new[] { East, West } from year in Enumerable.Range(2019, 6) from line in Stated(unit, year) select line]);
    }

    /// <summary>SIGKILL, and a new process over the same data.</summary>
    public async Task KillAndRestart()
    {
        await System.Kill();
        var gone = System;
        System = await RunningSystem.Start(data, "--empty");
        await gone.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private static IEnumerable<string> Stated(string unit, int year)
    {
        var value = (year - 1980 + (unit == East ? 5 : 0)).ToString(CultureInfo.InvariantCulture);
        yield return $$"""{"orgUnit":"{{unit}}","document":"年报","code":"preschool.public_share","period":"{{year}}","value":{{value}}}""";
        yield return $$"""{"orgUnit":"{{unit}}","document":"年报","code":"fitness.excellent_good_rate","stage":"PRIMARY","period":"{{year}}","value":{{value}}}""";
    }

    private async Task Send(string kind, params string[] lines)
    {
        using var content = new StringContent(string.Join('\n', lines) + "\n", Encoding.UTF8, "application/x-ndjson");
        using var answer = await System.Http.PostAsync(new Uri($"/ingest/{kind}?submission=small-city", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode && !text.Contains("\"errors\":[{", StringComparison.Ordinal), text);
    }
}
