using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Canvas;

/// <summary>A report that is open in the browser, with its circuit standing and its pictures drawn.</summary>
internal sealed class CanvasPage
{
    /// <summary>An indicator of students, in per cent, kept by stage: of it every visual has something to draw.</summary>
    public const string Fitness = "/report?indicator=fitness.excellent_good_rate&stage=PRIMARY&lang=zh";

    private CanvasPage(IPage page) => Page = page;

    public IPage Page { get; }

    public static async Task<CanvasPage> Open(Browser browser, SampleSystem samples, string address)
    {
        var canvas = new CanvasPage(await browser.Open(new Uri(samples.System.Address, address)));
        // The circuit stands once the form no longer sends itself; the pictures it draws anew are then there too.
        await canvas.Page.Locator("form.slicers:not([data-autosubmit])").WaitForAsync();
        await canvas.IsDrawn();
        return canvas;
    }

    public Task IsDrawn() => Assertions.Expect(Page.Locator("[data-visual][aria-busy]")).ToHaveCountAsync(0);

    public ILocator Visual(string name) => Page.Locator($"[data-visual='{name}']");

    public ILocator Heading(string visual) => Visual(visual).Locator("h3");

    public ILocator Mark(string visual, string unit) => Visual(visual).Locator($".mark[data-series='{unit}']").First;
}
