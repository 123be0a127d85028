using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(EduAnalytics.EndToEnd.Tests.Browser))]

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>One real Chromium for all tests; each test has a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    public Task<IPage> Open(Uri address, int width = 1440, int height = 1000) => Open(address, width, height, withScripts: true);

    /// <summary>As a browser shows it that runs no scripts, or has not loaded them yet.</summary>
    public Task<IPage> OpenWithoutScripts(Uri address) => Open(address, 1440, 1000, withScripts: false);

    private async Task<IPage> Open(Uri address, int width, int height, bool withScripts)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "zh-CN",
            JavaScriptEnabled = withScripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }
}
