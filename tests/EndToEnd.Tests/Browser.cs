using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(EduAnalytics.EndToEnd.Tests.Browser))]
[assembly: EduAnalytics.EndToEnd.Tests.ClosePages]

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>One real Chromium for all tests; each page has a context of its own, which is closed when its test ends.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>For what comes, in milliseconds. Many pages share two cores here: a test says what comes, not how soon.</summary>
    private const float Patience = 120_000;

    private static readonly ConcurrentDictionary<string, ConcurrentQueue<IBrowserContext>> opened = new();
    private static readonly ConcurrentQueue<Task> closing = new();

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await Chromium.Launch(playwright);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(closing);
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    public Task<IPage> Open(Uri address, int width = 1440, int height = 1000) => Open(address, width, height, withScripts: true);

    /// <summary>A page whose circuit stands: an element that is pressed before may be replaced under the pointer.</summary>
    public async Task<IPage> OpenLive(Uri address, int width = 1440)
    {
        var page = await Open(address, width);
        await UntilLive(page);
        return page;
    }

    /// <summary>Returns once the page that is shown has its circuit.</summary>
    public static Task UntilLive(IPage page) => page.Locator("#content[data-circuit]").WaitForAsync();

    /// <summary>As a browser shows it that runs no scripts, or has not loaded them yet.</summary>
    public Task<IPage> OpenWithoutScripts(Uri address) => Open(address, 1440, 1000, withScripts: false);

    /// <summary>Begins to close the pages that a test has opened.</summary>
    public static void CloseThoseOf(string test)
    {
        if (!opened.TryRemove(test, out var contexts))
            return;
        foreach (var context in contexts)
            closing.Enqueue(context.CloseAsync());
    }

    private async Task<IPage> Open(Uri address, int width, int height, bool withScripts)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "zh-CN",
            JavaScriptEnabled = withScripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        opened.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => new ConcurrentQueue<IBrowserContext>()).Enqueue(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }
}

/// <summary>A page that its test has left would go on asking its server, and the live page for ever.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosePagesAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Browser.CloseThoseOf(test.UniqueID);
}
