using System.Text.Json;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.Benchmarks.Dashboard;

/// <summary>The report with its twelve visuals: opened, and a slicer turned. Times are the browser's own.</summary>
internal static class ReportPart
{
    /// <summary>
    /// Runs before the page's own scripts: notes when the first number stands, when all twelve visuals do, and when the page
    /// answers; each at the frame that shows it.
    /// </summary>
    private const string Watch = """
        window.bench = {
          marks: {},
          states: {
            first: () => document.querySelector("[data-visual='tiles'] .figure"),
            complete: () => bench.isComplete(),
            answers: () => document.querySelector("form.slicers:not([data-autosubmit])"),
          },
          isComplete: () => document.querySelectorAll("[data-visual]").length === 12
            && !document.querySelector("[data-visual][aria-busy], [data-canvas][aria-busy]")
            && [...document.querySelectorAll("[data-visual]")].every((visual) => visual.querySelector("svg, .no-plot")),
          until: (holds) => new Promise((resolve) => {
            const look = () => (holds() ? resolve(performance.now()) : requestAnimationFrame(look));
            look();
          }),
          turn: async (name, value) => {
            const heading = () => document.querySelector("[data-visual='lines'] h3")?.textContent + document.querySelector(".headline")?.textContent;
            const before = heading();
            const slicer = document.querySelector(`select[name=${name}]`);
            const from = performance.now();
            slicer.value = value;
            slicer.dispatchEvent(new Event("change", { bubbles: true }));
            const first = await bench.until(() => heading() !== before);
            const complete = await bench.until(bench.isComplete);
            return { first: first - from, complete: complete - from };
          },
        };
        for (const [name, holds] of Object.entries(bench.states)) {
          bench.until(holds).then((at) => { bench.marks[name] = at; });
        }
        """;

    public static async Task Run(BenchedSystem benched, IBrowser browser, DashboardSettings settings)
    {
        var system = benched.System;
        DashboardBenchmark.Say($"| the report | median | p95 |");
        DashboardBenchmark.Say($"| --- | --- | --- |");
        var (first, complete, answers) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var page = await Open(system, browser);
            var marks = await page.EvaluateAsync<JsonElement>("() => bench.marks");
            await page.Context.CloseAsync();
            if (round == 0)
            {
                DashboardBenchmark.Say($"| opened first after the start: complete | {marks.GetProperty("complete").GetDouble():0} ms | |");
                continue;
            }

            first.Add(marks.GetProperty("first").GetDouble());
            complete.Add(marks.GetProperty("complete").GetDouble());
            answers.Add(marks.GetProperty("answers").GetDouble());
        }

        DashboardBenchmark.Row("first numbers", first);
        DashboardBenchmark.Row("twelve visuals complete", complete);
        DashboardBenchmark.Row("answers to slicers and clicks", answers);
        await Slicers(system, browser, settings);
    }

    /// <summary>An indicator that nobody has looked at yet, whose pictures must all be drawn; then one looked at before.</summary>
    private static async Task Slicers(RunningSystem system, IBrowser browser, DashboardSettings settings)
    {
        var page = await Open(system, browser);
        var indicators = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('select[name=indicator] option')].map((option) => option.value)");
        var chosen = indicators.Skip(1).Take(settings.Rounds + 1).ToList();
        await Turned("a slicer's answer, never asked before", system, page, chosen);
        await Turned("a slicer's answer, asked before", system, page, chosen);
        await page.Context.CloseAsync();
    }

    /// <summary>The first turn warms up. The server's processor time holds on a machine that has other work too.</summary>
    private static async Task Turned(string what, RunningSystem system, IPage page, List<string> indicators)
    {
        var (first, complete, before) = (new List<double>(), new List<double>(), TimeSpan.Zero);
        foreach (var indicator in indicators)
        {
            var took = await page.EvaluateAsync<JsonElement>("indicator => bench.turn('indicator', indicator)", indicator);
            if (before == TimeSpan.Zero)
            {
                before = system.ProcessorTime;
                continue;
            }

            first.Add(took.GetProperty("first").GetDouble());
            complete.Add(took.GetProperty("complete").GetDouble());
        }

        var spent = (system.ProcessorTime - before) / first.Count;
        DashboardBenchmark.Row(what, first);
        DashboardBenchmark.Row("\u00a0 all its visuals", complete);
        DashboardBenchmark.Say($"| \u00a0 processor time of the server, on average | {spent.TotalMilliseconds:0} ms | |");
    }

    private static async Task<IPage> Open(RunningSystem system, IBrowser browser)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 1000 } });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(120_000);
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(new Uri(system.Address, "/report").ToString());
        await page.WaitForFunctionAsync("() => ['first', 'complete', 'answers'].every((name) => name in bench.marks)");
        return page;
    }
}
