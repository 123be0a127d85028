using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.Benchmarks.Dashboard.Live;

/// <summary>The live page in a real Chromium, which notes when each number of students stands on it.</summary>
internal sealed class Screen
{
    /// <summary>How many are enrolled in the whole city and how many tested, together, at the frame that shows it.</summary>
    private const string Watch = """
        () => {
          const numbers = () => [...document.querySelectorAll(".whole .matter-parts")].map((parts) => [...parts.querySelectorAll("b")].at(-1).textContent);
          const students = () => numbers().reduce((sum, text) => sum + Number(text.replace(/\D/g, "")), 0);
          const note = () => {
            if (students() !== seen.at(-1)[1]) {
              seen.push([Date.now(), students()]);
            }
          };
          window.seen = [[Date.now(), students()]];
          new MutationObserver(() => requestAnimationFrame(note)).observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true });
        }
        """;

    private readonly IPage page;

    private Screen(IPage page) => this.page = page;

    public static async Task<Screen> Open(RunningSystem system, IBrowser browser, string token)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1920, Height = 1080 } });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(system.Address, "/sign-in?to=%2Flive%3Flang%3Den").ToString());
        await page.Locator("#token").FillAsync(token);
        await page.Locator("#token").PressAsync("Enter");
        await page.Locator("[data-connection=live]").WaitForAsync();
        await page.EvaluateAsync(Watch);
        return new Screen(page);
    }

    public Task Close() => page.Context.CloseAsync();

    /// <summary>The number that stands there once nothing has moved for two seconds.</summary>
    public Task<double> Settled() => page.EvaluateAsync<double>("""
        () => new Promise((resolve) => {
          const look = () => (Date.now() - seen.at(-1)[0] > 2000 ? resolve(seen.at(-1)[1]) : setTimeout(look, 100));
          look();
        })
        """);

    /// <summary>How long after each was sent the screen had one more, in milliseconds.</summary>
    /// <param name="before">The number that stood there before the first was sent.</param>
    public async Task<IReadOnlyList<double>> DelaysOf(IReadOnlyList<double> sent, double before)
    {
        await page.WaitForFunctionAsync("last => seen.at(-1)[1] >= last", before + sent.Count);
        var seen = await page.EvaluateAsync<double[][]>("() => seen");
        return [.. sent.Select((at, place) => seen.First(noted => noted[1] >= before + place + 1)[0] - at)];
    }
}
