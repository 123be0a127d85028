using Deque.AxeCore.Playwright;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>What every page must hold: axe finds nothing, and nothing runs out of the frame. A picture of each is left to look at.</summary>
internal static class PageCheck
{
    private static readonly string screens = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;

    /// <summary>In both languages, wide and narrow.</summary>
    /// <param name="name">Of the pictures.</param>
    /// <param name="ready">A selector for what must be there first.</param>
    public static async Task Holds(Browser browser, Uri system, string name, string address, string ready = "h1")
    {
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var width in new[] { 1440, 390 })
            {
                var page = await browser.Open(new Uri(system, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}"), width);
                await page.Locator(ready).First.WaitForAsync();
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(screens, $"{name}-{language}-{width}.png"), FullPage = true });

                var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(overflow <= 0, $"{address} in {language} is {overflow} px wider than {width}.");
                var violations = (await page.RunAxe()).Violations;
                Assert.True(
                    violations.Length == 0,
                    $"{address} in {language} at {width}: " + string.Join("; ", violations.Select(v => $"{v.Id} ({v.Nodes.Length}): {v.Help} {v.Nodes[0].Html}")));
                await page.Context.CloseAsync();
            }
        }
    }
}
