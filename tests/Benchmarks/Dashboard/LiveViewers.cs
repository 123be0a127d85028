using System.Diagnostics;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.Benchmarks.Dashboard;

/// <summary>
/// Two hundred viewers of the live page while ten submissions a second arrive: the processor time that the server takes, and
/// how long after sending a change is on the screens. Every viewer is the real page with a circuit of its own; to have so many
/// on one machine they stand in frames of a few pages, unseen, where Chromium lays nothing out and paints nothing.
/// </summary>
internal static class LiveViewers
{
    private const int Viewers = 200;
    private const int Pages = 4;
    private const int ChangesASecond = 10;
    private const int OpenedAtOnce = 5;
    private static readonly TimeSpan duration = TimeSpan.FromSeconds(30);

    /// <summary>Opens frames, a few at a time, each until it says that it is live.</summary>
    private const string Open = """
        async ([count, atOnce]) => {
          const open = () => new Promise((resolve) => {
            const frame = document.createElement("iframe");
            frame.style = "inline-size: 1px; block-size: 1px; visibility: hidden";
            frame.src = "/live?lang=en";
            document.body.append(frame);
            const look = setInterval(() => {
              if (frame.contentDocument?.querySelector("[data-connection=live]")) {
                clearInterval(look);
                resolve(frame);
              }
            }, 100);
          });
          window.frames_ = [];
          while (frames_.length < count) {
            frames_.push(...await Promise.all(Array.from({ length: Math.min(atOnce, count - frames_.length) }, open)));
          }
        }
        """;

    /// <summary>Notes when each frame first shows more enrolled than it did.</summary>
    private const string Watch = """
        () => {
          const shown = (frame) => frame.contentDocument.querySelector(".whole .matter-parts b:not([data-rate])")?.textContent;
          window.seen = Promise.all(frames_.map((frame) => new Promise((resolve) => {
            const before = shown(frame);
            const watch = new frame.contentWindow.MutationObserver(() => {
              if (shown(frame) !== before) {
                watch.disconnect();
                resolve(Date.now());
              }
            });
            watch.observe(frame.contentDocument.body, { subtree: true, childList: true, characterData: true });
          })));
        }
        """;

    public static async Task Run(RunningSystem system, IBrowser browser, DashboardSettings settings)
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, Pages).Select(_ => OpenPage(system, browser)));
        foreach (var page in pages)
            await page.EvaluateAsync(Open, new object[] { Viewers / Pages, OpenedAtOnce });
        DashboardBenchmark.Say($"  {Viewers} viewers, {system.ResidentBytes / 1_048_576.0:0} MB resident");
        var schools = await Schools(system);

        var idle = await Cores(system, () => Task.Delay(duration));
        DashboardBenchmark.Say($"  nothing arrives                                {idle,8:0.00} cores");
        var busy = await Cores(system, () => Send(system, schools, duration));
        DashboardBenchmark.Say($"  {ChangesASecond} submissions a second                        {busy,8:0.00} cores (to stay below 2)");
        await Latency(system, pages, schools, settings.Rounds);
        await Task.WhenAll(pages.Select(page => page.Context.CloseAsync()));
        var alone = await Cores(system, () => Send(system, schools, duration));
        DashboardBenchmark.Say($"  the same with no viewer                        {alone,8:0.00} cores");
    }

    /// <summary>The product lets itself into no frame; the bench takes those headers away in its own browser.</summary>
    private static async Task<IPage> OpenPage(RunningSystem system, IBrowser browser)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BypassCSP = true });
        await context.RouteAsync("**/live?*", async route =>
        {
            var answer = await route.FetchAsync();
            var headers = answer.Headers.Where(header => header.Key is not ("x-frame-options" or "content-security-policy"));
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Headers = headers });
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(300_000);
        await page.GotoAsync(new Uri(system.Address, "/health/live").ToString());
        return page;
    }

    private static async Task Latency(RunningSystem system, IPage[] pages, string[] schools, int rounds)
    {
        var (first, half, last) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var page in pages)
                await page.EvaluateAsync(Watch);
            var sent = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            await Submit(system, schools[round % schools.Length]);
            var seen = (await Task.WhenAll(pages.Select(page => page.EvaluateAsync<double[]>("() => window.seen"))))
                .SelectMany(times => times).Select(at => at - sent).Order().ToList();
            if (round == 0)
                continue;
            first.Add(seen[0]);
            half.Add(seen[seen.Count / 2]);
            last.Add(seen[^1]);
        }

        DashboardBenchmark.Row("a change is on the first screen after", first);
        DashboardBenchmark.Row("on half of them after", half);
        DashboardBenchmark.Row("on the last after", last);
    }

    private static async Task<double> Cores(RunningSystem system, Func<Task> during)
    {
        var (before, watch) = (system.ProcessorTime, Stopwatch.StartNew());
        await during();
        return (system.ProcessorTime - before) / watch.Elapsed;
    }

    private static async Task Send(RunningSystem system, string[] schools, TimeSpan duration)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / ChangesASecond));
        var watch = Stopwatch.StartNew();
        for (var i = 0; watch.Elapsed < duration && await beat.WaitForNextTickAsync(); i++)
            await Submit(system, schools[i % schools.Length]);
    }

    /// <summary>A new student, who is counted in the school's, the district's and the city's dropout rate at once.</summary>
    private static Task Submit(RunningSystem system, string school)
    {
        var name = Guid.NewGuid().ToString();
        return system.Query(
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted errors { message } } }",
            new
            {
                input = new
                {
                    submissionId = name,
                    school,
                    events = new[] { new { student = name, kind = "ENROLLED", date = $"{TimeProvider.System.GetUtcNow().Year}-01-02", grade = 1 } },
                },
            });
    }

    private static async Task<string[]> Schools(RunningSystem system)
    {
        var found = await system.Query("""{ orgUnits(where: { level: SCHOOL, stage: PRIMARY, synthetic: true }, first: 500) { nodes { id } } }""");
        return [.. found.GetProperty("orgUnits").GetProperty("nodes").EnumerateArray().Select(school => school.GetProperty("id").GetString()!)];
    }
}
