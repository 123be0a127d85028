using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Accessibility;

/// <summary>What every page must hold: axe finds nothing, nothing runs out of the frame, and it has one title.</summary>
internal static class PageCheck
{
    private static readonly string screens = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;

    /// <summary>The rules that colours decide: the second theme changes nothing else.</summary>
    private static readonly string[] colours = ["color-contrast", "link-in-text-block"];

    /// <summary>In both languages, wide and narrow, each in both themes. A picture of each is left to look at.</summary>
    /// <param name="name">Of the pictures.</param>
    /// <param name="ready">A selector for what must be there first.</param>
    public static async Task Holds(Browser browser, Uri system, string name, string address, string ready = "h1")
    {
        var page = await browser.Open(new Uri("about:blank"));
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var width in new[] { 1440, 390 })
            {
                await page.SetViewportSizeAsync(width, 1000);
                await page.GotoAsync(new Uri(system, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}").ToString());
                await page.Locator(ready).First.WaitForAsync();
                await IsClean(page, $"{name}-{language}-{width}");
            }
        }
    }

    /// <summary>The page as it stands, light and dark.</summary>
    /// <param name="picture">The name of the one that is left to look at.</param>
    public static async Task IsClean(IPage page, string picture)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(screens, $"{picture}.png"), FullPage = true });

        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} ({picture}) is {overflow} px wider than its screen.");
        var titles = await page.EvaluateAsync<int>("() => document.head.querySelectorAll('title').length");
        Assert.True(titles == 1, $"{page.Url} ({picture}) has {titles} titles.");
        await Axe.FindsNothing(page, $"{picture}, light");

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await Axe.FindsNothing(page, $"{picture}, dark", colours);
    }
}
