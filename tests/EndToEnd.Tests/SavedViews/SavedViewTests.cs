using System.Text.RegularExpressions;
using EduAnalytics.EndToEnd.Tests.Accessibility;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.SavedViews;

/// <summary>What a reader does with views of his own, in a circuit and without scripts.</summary>
public sealed class SavedViewTests(SmallCity city, Browser browser) : IClassFixture<SmallCity>
{
    [Fact]
    public async Task A_view_saved_in_the_report_survives_a_kill_stands_on_the_home_page_and_opens_as_it_was()
    {
        var page = await OpenLive("/report?indicator=fitness.excellent_good_rate&stage=PRIMARY&lang=zh");
        await page.Locator($"[data-visual='ranking'] .mark[data-series='{SmallCity.East}']").First.ClickAsync();
        await Assertions.Expect(page.Locator(".pick-bar")).ToContainTextAsync("望东区");

        await page.Locator(".save-view summary").ClickAsync();
        await page.Locator(".save-form input[name=name]").FillAsync("望东区体质健康");
        await page.Locator(".save-form input[name=pinned]").CheckAsync();
        await page.Locator(".save-form button").ClickAsync();
        await Assertions.Expect(page.Locator(".save-form [role=status]")).ToHaveTextAsync("已保存为“望东区体质健康”。");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/report.*pick=110101"));
        await page.Context.CloseAsync();

        await city.KillAndRestart();

        page = await OpenLive("/?lang=zh");
        var card = page.Locator(".view-card", new() { HasText = "望东区体质健康" });
        await Assertions.Expect(card.Locator(".view-shows")).ToHaveTextAsync("分析报告 · 体质健康优良率 · 小学 · 望东区");
        Assert.True(await card.Locator("img").EvaluateAsync<bool>("async picture => { await picture.decode(); return picture.naturalWidth > 0; }"));
        await card.ClickAsync();
        await Assertions.Expect(page.Locator(".pick-bar")).ToContainTextAsync("望东区");
        await Assertions.Expect(page.Locator("select[name=stage]")).ToHaveValueAsync("PRIMARY");
    }

    [Fact]
    public async Task Without_scripts_a_view_is_saved_renamed_pinned_and_deleted()
    {
        var page = await browser.OpenWithoutScripts(Address("/?indicator=preschool.public_share&from=2019&to=2024&lang=en"));
        await page.Locator(".save-view summary").ClickAsync();
        await page.Locator(".save-form input[name=name]").FillAsync("Public places");
        await page.Locator(".save-form button").ClickAsync();
        await Assertions.Expect(page.Locator(".view-saved")).ToContainTextAsync("Saved as “Public places”.");

        await Entry("Public places").Locator("summary", new() { HasText = "Rename" }).ClickAsync();
        await Entry("Public places").Locator("input[name=name]").FillAsync("Public kindergarten places");
        await Entry("Public places").Locator("details[open] button").ClickAsync();
        await Assertions.Expect(Entry("Public kindergarten places")).ToContainTextAsync("2019 – 2024");

        await Entry("Public kindergarten places").Locator("button", new() { HasText = "Pin to home" }).ClickAsync();
        await page.Locator(".brand").ClickAsync();
        await page.Locator(".view-card", new() { HasText = "Public kindergarten places" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/\?indicator=preschool\.public_share&from=2019&to=2024"));

        await page.GotoAsync(Address("/views").ToString());
        await Entry("Public kindergarten places").Locator("summary", new() { HasText = "Delete" }).ClickAsync();
        await Entry("Public kindergarten places").Locator("details[open] button").ClickAsync();
        await Assertions.Expect(Entry("Public kindergarten places")).ToHaveCountAsync(0);
        await page.GotoAsync(Address("/").ToString());
        await Assertions.Expect(page.Locator(".view-card", new() { HasText = "Public kindergarten places" })).ToHaveCountAsync(0);

        ILocator Entry(string name) => page.Locator(".view-entry").Filter(new() { Has = page.Locator("a.view-name", new() { HasText = name }) });
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_kindly_where_it_was_typed()
    {
        await Save("taken", "已有的名称", "/live");
        var page = await OpenLive("/report?lang=zh");

        await page.Locator(".save-view summary").ClickAsync();
        await page.Locator(".save-form input[name=name]").FillAsync("已有的名称");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".save-form [role=alert]")).ToContainTextAsync("您已有同名的视图");
        await Assertions.Expect(page.Locator(".save-form input[name=name]")).ToHaveValueAsync("已有的名称");
    }

    [Fact]
    public async Task A_form_that_another_site_made_changes_nothing()
    {
        using var form = new FormUrlEncodedContent([new("change", "delete"), new("view", "x"), new("submission", "s"), new("to", "https://elsewhere.example/")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/views/change")) { Content = form };
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((303, "/views?refusal=STALE_FORM"), ((int)answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("views", "/views?refusal=NAME_TAKEN", ".view-entry")]
    [InlineData("views-home", "/?indicator=preschool.public_share", ".view-card")]
    public async Task Long_names_and_open_forms_break_no_rule_of_accessibility_and_stay_in_the_frame(string name, string address, string ready)
    {
        await Save("long", "南山区普惠性学前教育资源覆盖情况及公办幼儿园在园幼儿占比与全市各区县历年对比（含2019年以来的全部年份，供局务会使用）", "/report?at=110101&indicator=preschool.public_share", pinned: true);
        await Save("words", "Unbrokenwordsthatareverylongandhavenoplacewhereabrowsermaypartthemintotwolines", "/live?unit=110101", pinned: true);

        await PageCheck.Holds(browser, city.System.Address, name, address, ready);
        foreach (var theme in new[] { "light", "dark" })
        {
            var page = await browser.OpenLive(Address($"{address}&theme={theme}&lang=zh"), width: 390);
            await page.Locator(ready).First.WaitForAsync();
            await page.Locator("main details.picker summary").First.ClickAsync();
            await page.Locator("main details.picker[open] input[name=name]").First.WaitForAsync();
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            await Axe.FindsNothing(page, $"{name}, {theme}, a form open");
            await page.Context.CloseAsync();
        }
    }

    /// <summary>The page once its circuit has drawn what it shows.</summary>
    private async Task<IPage> OpenLive(string path)
    {
        var page = await browser.OpenLive(Address(path));
        await Assertions.Expect(page.Locator("[data-visual][aria-busy]")).ToHaveCountAsync(0);
        return page;
    }

    private Uri Address(string path) => new(city.System.Address, path);

    private async Task Save(string submission, string name, string address, bool pinned = false)
    {
        var answer = await city.System.Query(
            "mutation ($input: SaveViewInput!) { saveView(input: $input) { errors { message } } }",
            new { input = new { submissionId = submission, name, address, pinned } });
        Assert.Empty(answer.GetProperty("saveView").GetProperty("errors").EnumerateArray());
    }
}
