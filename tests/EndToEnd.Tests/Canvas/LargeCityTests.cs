using EduAnalytics.EndToEnd.Tests.Accessibility;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Canvas;

/// <summary>Thirty districts, twenty years and long names: nothing runs out of the frame, and what names rows and columns stays in sight.</summary>
public sealed class LargeCityTests(LargeCity city, Browser browser) : IClassFixture<LargeCity>
{
    private const string Drawn = "form.slicers:not([data-autosubmit]) ~ .canvas:not(:has([data-visual][aria-busy]))";

    [Theory]
    [InlineData("large-compare", "/?indicator=preschool.public_share", "main .columns")]
    [InlineData("large-report", "/report?indicator=preschool.public_share", Drawn)]
    [InlineData("large-city", "/units/110100?indicator=preschool.public_share", "main .scorecard")]
    public Task A_page_of_thirty_districts_stays_in_its_frame(string name, string address, string ready) =>
        PageCheck.Holds(browser, city.System.Address, name, address, ready);

    [Fact]
    public async Task On_a_phone_the_map_of_all_districts_scrolls_under_its_heads_and_the_arrow_keys_move_in_it()
    {
        var page = await browser.Open(new Uri(city.System.Address, "/report?indicator=preschool.public_share&lang=zh"), width: 390, height: 844);
        await page.Locator(Drawn).WaitForAsync();
        var map = page.Locator("[data-visual=matrix] .status-table");
        await Assertions.Expect(map.Locator("tbody tr")).ToHaveCountAsync(LargeCity.Districts);

        await map.Locator("tbody tr").Last.Locator("td").First.ScrollIntoViewIfNeededAsync();

        var head = await map.Locator("thead th").Nth(1).BoundingBoxAsync();
        var frame = await map.BoundingBoxAsync();
        Assert.InRange(head!.Y - frame!.Y, -1, 2);

        await map.Locator(".mark").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(map.Locator(".mark:focus")).ToHaveAttributeAsync("data-series", "110102");
    }

    [Fact]
    public async Task The_list_of_districts_with_long_names_opens_inside_a_phones_screen()
    {
        var page = await browser.Open(new Uri(city.System.Address, "/?indicator=preschool.public_share&lang=en"), width: 390, height: 844);
        await page.Locator("form.slicers:not([data-autosubmit])").WaitForAsync();

        await page.Locator("form.slicers .picker summary").ClickAsync();

        await Assertions.Expect(page.Locator("form.slicers .picker .choice")).ToHaveCountAsync(LargeCity.Districts);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"The list is {overflow} px wider than the screen.");
    }
}
