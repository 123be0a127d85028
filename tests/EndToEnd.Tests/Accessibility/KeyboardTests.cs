using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Accessibility;

/// <summary>The pages by keyboard alone: everything is come to in reading order, is seen to have the focus, and can be used.</summary>
public sealed class KeyboardTests(SampleSystem samples, Browser browser)
{
    /// <summary>Where the focus is, and whether that can be seen.</summary>
    private const string Here = """
        () => {
          const here = document.activeElement;
          if (!here || here === document.body) return null;
          const style = getComputedStyle(here);
          return {
            name: (here.getAttribute('aria-label') || here.textContent || here.name || '').trim(),
            kind: here.className || here.tagName,
            visual: here.closest('[data-visual]')?.dataset.visual ?? '',
            isSeen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          };
        }
        """;

    [Theory]
    [InlineData("/report?indicator=fitness.excellent_good_rate&lang=zh", "form.slicers:not([data-autosubmit]) ~ .canvas:not(:has([data-visual][aria-busy]))")]
    [InlineData("/findings?unit=230404&lang=en", "form.slicers:not([data-autosubmit])")]
    [InlineData("/live?lang=en", "[data-connection=live]")]
    public async Task Tab_comes_to_everything_that_can_be_used_and_the_focus_is_always_seen(string address, string ready)
    {
        var page = await Open(address, ready);
        // What a plot holds is one stop, from which arrows lead on; a closed list holds none.
        var usable = await page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('a[href], button, select, input:not([type=hidden]), textarea, summary, [tabindex="0"]')]
              .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })).length
            """);

        var stops = await Walk(page);

        Assert.StartsWith("skip", stops[0].Kind, StringComparison.Ordinal);
        Assert.Equal([], stops.Where(stop => !stop.IsSeen).Select(stop => stop.Name));
        Assert.Equal([], stops.Where(stop => stop.Name.Length == 0).Select(stop => stop.Kind));
        // The live page goes on changing while it is walked through.
        Assert.InRange(stops.Count, address.StartsWith("/live", StringComparison.Ordinal) ? 20 : usable, usable);
        var visuals = await page.Locator("[data-visual]").EvaluateAllAsync<string[]>("all => all.map((one) => one.dataset.visual)");
        Assert.Equal(visuals, stops.Select(stop => stop.Visual).Where(name => name.Length > 0).Distinct());
    }

    [Fact]
    public async Task The_link_at_the_top_leads_past_the_navigation()
    {
        var page = await Open("/findings?unit=230404&lang=zh", "form.slicers:not([data-autosubmit])");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(page.Locator("main").Locator("a[href], button, select, summary").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_mark_is_picked_laid_open_and_gone_into_without_losing_the_place()
    {
        var page = await Open(
            "/report?indicator=fitness.excellent_good_rate&stage=PRIMARY&lang=zh",
            "form.slicers:not([data-autosubmit]) ~ .canvas:not(:has([data-visual][aria-busy]))");
        var bar = page.Locator("[data-visual=ranking] .mark[data-series='230402']");

        await bar.FocusAsync();
        await Assertions.Expect(bar.Locator(".tip")).ToContainTextAsync("÷");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(bar).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(bar).ToBeFocusedAsync();

        await Press(page.Locator(".pick-bar a[href*='explain=']"));
        await Assertions.Expect(page.Locator("#origin-heading[tabindex]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#origin")).ToHaveCountAsync(0);
        await Assertions.Expect(bar).ToBeFocusedAsync();

        await Press(page.Locator("[data-clear-pick]"));
        await Assertions.Expect(page.Locator(".pick-bar a")).ToHaveCountAsync(0);
        await Assertions.Expect(bar).ToBeFocusedAsync();

        var list = page.Locator(".report-path details");
        await Press(list.Locator("summary"));
        await Assertions.Expect(list).ToHaveAttributeAsync("open", "");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).Not.ToHaveAttributeAsync("open", "");
        await Assertions.Expect(list.Locator("summary")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Press(list.Locator("a[href*='at=230402']"));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("向阳区");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(list).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task A_finding_opens_and_closes_and_a_tile_lays_its_number_open()
    {
        var page = await Open("/findings?unit=230404&lang=en", "form.slicers:not([data-autosubmit])");
        var word = page.Locator("details.word").First;

        await Press(word.Locator("summary"));
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(word.Locator("textarea")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(word).Not.ToHaveAttributeAsync("open", "");
        await Assertions.Expect(word.Locator("summary")).ToBeFocusedAsync();

        await page.GotoAsync(new Uri(samples.System.Address, "/live?lang=en").ToString());
        await page.Locator("[data-connection=live]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Press(page.Locator(".live-tile a.figure").First);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/units/230400.*#origin"));
        await Assertions.Expect(page.Locator("#origin .formula").First).ToBeVisibleAsync();
    }

    private async Task<IPage> Open(string address, string ready)
    {
        var page = await browser.Open(new Uri(samples.System.Address, address));
        await page.Locator(ready).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private static async Task Press(ILocator link)
    {
        await link.FocusAsync();
        await link.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>From the top of the page until the focus leaves it.</summary>
    private static async Task<List<Stop>> Walk(IPage page)
    {
        var stops = new List<Stop>();
        await page.Keyboard.PressAsync("Tab");
        while (await page.EvaluateAsync<Stop?>(Here) is { } stop)
        {
            Assert.True(stops.Count < 500, "The focus does not leave the page.");
            stops.Add(stop);
            await page.Keyboard.PressAsync("Tab");
        }

        return stops;
    }

    private sealed class Stop
    {
        public string Name { get; set; } = "";

        public string Kind { get; set; } = "";

        public string Visual { get; set; } = "";

        public bool IsSeen { get; set; }
    }
}
