using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Accessibility;

/// <summary>A check that saw nothing would pass every page.</summary>
public sealed class AxeTests(Browser browser)
{
    [Fact]
    public async Task A_page_that_breaks_a_rule_fails_with_the_rule_and_the_element()
    {
        var page = await Show("""<img src="data:," class="nameless">""");

        var fault = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Axe.FindsNothing(page, "twin"));

        Assert.Contains("image-alt (1)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nameless", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_colours_it_sees_those_of_the_theme_that_is_shown_and_nothing_else()
    {
        var page = await Show("""<style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style><p>Readable by day.</p><img src="data:,">""");

        await Axe.FindsNothing(page, "light", "color-contrast");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var fault = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Axe.FindsNothing(page, "dark", "color-contrast"));

        Assert.Contains("color-contrast (1)", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("image-alt", fault.Message, StringComparison.Ordinal);
    }

    private async Task<IPage> Show(string content)
    {
        var page = await browser.Open(new Uri("about:blank"));
        await page.SetContentAsync($"""<!DOCTYPE html><html lang="en"><title>Twin</title><body><main><h1>Twin</h1>{content}</main></body></html>""");
        return page;
    }
}
