using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>The live page, with a system of its own: what these tests record, others must not find.</summary>
public sealed class LiveTests(Browser browser) : IAsyncLifetime
{
    private const string School = "230402-s01";

    private readonly string data = Directory.CreateTempSubdirectory("edu-live-").FullName;
    private RunningSystem system = null!;

    public async ValueTask InitializeAsync() => system = await RunningSystem.Start(data);

    public async ValueTask DisposeAsync()
    {
        await system.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_recorded_dropout_changes_the_tiles_of_district_and_city_without_a_reload()
    {
        await Record("setup", "ENROLLED");
        var page = await browser.Open(new Uri(system.Address, "/live"));
        await Assertions.Expect(page.Locator("[data-connection=live]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var tiles = new[] { "230402", "230400" }.Select(unit =>
            page.Locator($"[data-unit='{unit}'] [data-indicator='dropout.rate'] [data-count]")).ToList();
        var before = await Task.WhenAll(tiles.Select(Count));
        await page.EvaluateAsync("() => { window.notReloaded = true; }");

        var started = Stopwatch.GetTimestamp();
        await Record("the-dropout", "DROPPED_OUT");
        for (var i = 0; i < tiles.Count; i++)
            await Assertions.Expect(tiles[i]).ToHaveTextAsync((before[i] + 1).ToString("N0", CultureInfo.InvariantCulture), new() { Timeout = 10_000 });
        var took = Stopwatch.GetElapsedTime(started);

        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded === true"), "The page was loaded anew.");

        // Told, not asserted: a second is plenty on a quiet machine, and says nothing on a busy one.
        TestContext.Current.SendDiagnosticMessage($"Tiles changed {took.TotalMilliseconds:0} ms after the mutation was sent.");
        await Assertions.Expect(page.Locator(".live-feed li").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private static async Task<int> Count(ILocator tile) =>
        int.Parse(await tile.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private async Task Record(string submissionId, string kind)
    {
        var events = new[] { new { student = "live-1", kind, date = "2026-10-08", grade = 1 } };
        var payload = (await system.Query(
            """
            mutation ($id: ID!, $school: ID!, $events: [EnrolmentEventInput!]!) {
              recordEnrolment(input: { submissionId: $id, school: $school, events: $events }) { accepted errors { message } } }
            """,
            new { id = submissionId, school = School, events })).GetProperty("recordEnrolment");
        Assert.True(payload.GetProperty("accepted").GetInt32() == 1, payload.ToString());
    }
}
