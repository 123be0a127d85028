using System.Net.Http.Headers;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Live;

/// <summary>The live page for readers who signed in.</summary>
public sealed class LiveRightsTests(SignInTests.AskingSystem asking, Browser browser) : IClassFixture<SignInTests.AskingSystem>, IAsyncLifetime
{
    private WatchedCity city = null!;

    public async ValueTask InitializeAsync()
    {
        asking.System.Http.DefaultRequestHeaders.Authorization ??= new AuthenticationHeaderValue("Bearer", await asking.MakeToken("--role", "administrator"));
        city = await WatchedCity.Found(asking.System);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Whose_token_is_revoked_is_told_that_the_sign_in_ended_and_where_to_sign_in()
    {
        var token = await asking.MakeToken("--role", "monitor", "--unit", city.District);
        var page = await OpenLive(token);

        await asking.Revoke(token);

        await Assertions.Expect(page.Locator("[data-connection=ended]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("登录已失效");
        await Assertions.Expect(page.Locator(".live-board.stale")).ToBeVisibleAsync();
        await page.Locator(".trouble a.primary").ClickAsync();
        await Assertions.Expect(page.Locator("#token")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reader_bound_at_a_school_has_a_tile_of_the_school_that_changes()
    {
        var page = await OpenLive(await asking.MakeToken("--role", "reporter", "--unit", city.School));
        var tile = page.Locator(".live-tile");
        await Assertions.Expect(tile).ToHaveCountAsync(1);
        await Assertions.Expect(tile).ToContainTextAsync("望东中学");

        await city.RecordDropout();

        await Assertions.Expect(tile.Locator("[data-count]")).ToHaveTextAsync("2");
    }

    [Fact]
    public async Task A_viewer_is_not_told_of_a_change_that_tells_a_small_count()
    {
        var page = await OpenLive(await asking.MakeToken("--role", "viewer", "--unit", city.District));
        var arrivals = page.Locator(".live-pulse");
        await Assertions.Expect(arrivals).ToHaveAttributeAsync("data-arrived", "2");

        await city.RecordDropout();

        // Once the arrival is told, the change would have been.
        await Assertions.Expect(arrivals).ToHaveAttributeAsync("data-arrived", "3");
        await Assertions.Expect(page.Locator(".live-feed li[data-indicator='dropout.rate']")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".tile [data-indicator='dropout.rate'] [data-count]")).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenLive(string token)
    {
        var page = await browser.Open(new Uri(asking.System.Address, "/live?lang=zh"));
        await page.Locator("#token").FillAsync(token);
        await page.Locator(".sign-in button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-connection=live]")).ToBeVisibleAsync();
        return page;
    }
}
