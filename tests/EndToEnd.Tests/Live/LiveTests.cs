using EduAnalytics.EndToEnd.Tests.Accessibility;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Live;

/// <summary>The live page in a browser, as things happen in a city.</summary>
public sealed class LiveTests(WatchedSystem watched, Browser browser) : IClassFixture<WatchedSystem>, IAsyncLifetime
{
    private static readonly string screens = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;
    private WatchedCity city = null!;

    public async ValueTask InitializeAsync() => city = await WatchedCity.Found(watched.System);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_dropout_changes_tiles_feed_arrivals_and_pulse_without_a_reload()
    {
        var page = await OpenLive(city.City, "zh");
        foreach (var unit in new[] { city.City, city.District })
            await Assertions.Expect(Dropped(page, unit)).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator(".live-pulse")).ToHaveAttributeAsync("data-arrived", "2");
        await page.EvaluateAsync("() => { window.notReloaded = true; }");

        await city.RecordDropout();

        foreach (var unit in new[] { city.City, city.District })
            await Assertions.Expect(Dropped(page, unit)).ToHaveTextAsync("2");
        var change = page.Locator($".live-feed li[data-unit='{city.School}'][data-indicator='dropout.rate']");
        await Assertions.Expect(change).ToContainTextAsync("5.00%");
        await Assertions.Expect(page.Locator(".live-pulse")).ToHaveAttributeAsync("data-arrived", "3");
        await Assertions.Expect(page.Locator("[data-kind=enrolment] [data-submissions]")).ToHaveTextAsync("3");
        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded === true"), "The page was loaded anew.");
    }

    [Fact]
    public async Task A_dropout_that_takes_a_stage_over_its_cap_turns_the_tiles_to_alerts()
    {
        await city.EnrolAnotherHundred();
        var page = await OpenLive(city.City, "en");
        await Assertions.Expect(Dropped(page, city.District)).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator(".live-tile.alert")).ToHaveCountAsync(0);

        // Two more of a hundred and forty: three are 2.14 per cent, and junior schools may lose 1.8.
        await city.RecordDropout();
        await city.RecordDropout();

        foreach (var unit in new[] { city.City, city.District })
        {
            var alert = page.Locator($".live-tile.alert[data-unit='{unit}']");
            await Assertions.Expect(alert.Locator(".matter-miss[data-stage=JUNIOR]")).ToContainTextAsync("target ≤ 1.8%");
        }
    }

    [Fact]
    public async Task A_district_shows_its_schools_and_leads_up_to_its_city()
    {
        var page = await OpenLive(city.District, "en");

        await Assertions.Expect(Dropped(page, city.School)).ToHaveTextAsync("1");
        await page.Locator(".live-path a").ClickAsync();

        await Assertions.Expect(Dropped(page, city.City)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-connection=live]")).ToBeVisibleAsync();
        await city.RecordDropout();
        await Assertions.Expect(Dropped(page, city.City)).ToHaveTextAsync("2");
    }

    [Theory]
    [InlineData(1440, "zh")]
    [InlineData(1920, "en")]
    [InlineData(390, "zh")]
    [InlineData(390, "en")]
    public async Task The_page_breaks_no_rule_of_accessibility_while_it_is_live_and_stays_in_its_frame(int width, string language)
    {
        var page = await OpenLive(city.City, language, width);
        await PageCheck.IsClean(page, $"live-now-{language}-{width}");
    }

    [Fact]
    public async Task Numbers_whose_stream_was_cut_are_grey_say_as_of_when_they_held_and_come_back_by_themselves()
    {
        var page = await OpenLive(city.City, "en");
        await Assertions.Expect(page.Locator(".live-tile .stale-mark").First).ToBeHiddenAsync();

        // As a power cut would: no connection is closed by the server.
        await watched.System.Kill();

        await Assertions.Expect(page.Locator(".live-tile .stale-mark").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".live-board")).ToHaveCSSAsync("filter", "grayscale(1)");
        await Assertions.Expect(page.GetByText(new System.Text.RegularExpressions.Regex(@"^Data as of \d\d:\d\d:\d\d$"))).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".live-status [role=status]")).ToBeHiddenAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(screens, "live-cut-en-1440.png"), FullPage = true });

        await watched.StartAgain();

        await Assertions.Expect(page.Locator(".live-board.current")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".live-tile .stale-mark").First).ToBeHiddenAsync();
    }

    private static ILocator Dropped(IPage page, string unit) => page.Locator($".tile[data-unit='{unit}'] [data-indicator='dropout.rate'] [data-count]");

    private async Task<IPage> OpenLive(string unit, string language, int width = 1440)
    {
        var page = await browser.Open(new Uri(watched.System.Address, $"/live?unit={unit}&lang={language}"), width);
        await Assertions.Expect(page.Locator("[data-connection=live]")).ToBeVisibleAsync();
        return page;
    }
}
