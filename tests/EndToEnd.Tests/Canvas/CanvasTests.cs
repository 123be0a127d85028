using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Canvas;

/// <summary>What a leader does with the report, with mouse and keyboard.</summary>
public sealed class CanvasTests(SampleSystem samples, Browser browser)
{
    private const string Fitness = CanvasPage.Fitness;

    [Fact]
    public async Task A_slicer_changes_address_and_visuals_and_reset_brings_all_back()
    {
        var page = await Open("/report?lang=zh");
        var title = Visual(page, "lines").Locator("h3");
        var before = await title.InnerTextAsync();

        await page.Locator("select[name=group]").SelectOptionAsync("fitness");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("group=fitness"));
        await Assertions.Expect(title).Not.ToHaveTextAsync(before);
        await page.Locator("[data-reset]").ClickAsync();
        await Assertions.Expect(title).ToHaveTextAsync(before);
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("group="));
    }

    [Fact]
    public async Task A_clicked_bar_is_followed_and_a_second_click_lets_go()
    {
        var page = await Open(Fitness);
        var focus = Visual(page, "focus").Locator("h3");
        var before = await focus.InnerTextAsync();
        await Mark(page, "ranking", "230402").ScrollIntoViewIfNeededAsync();
        var place = await TopOf(Visual(page, "ranking"));

        await Mark(page, "ranking", "230402").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("pick=230402~~"));
        await Assertions.Expect(focus).ToContainTextAsync("向阳区");
        await Assertions.Expect(Mark(page, "funnel", "230402")).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.Locator(".pick-bar")).ToContainTextAsync("向阳区");
        // The bar that names the pick takes its place above; more than that would be a jump away from what was clicked.
        Assert.InRange(await TopOf(Visual(page, "ranking")) - place, -120, 120);

        await Mark(page, "ranking", "230402").ClickAsync();

        await Assertions.Expect(focus).ToHaveTextAsync(before);
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("pick="));
    }

    [Fact]
    public async Task A_point_of_a_line_picks_its_year_by_keyboard_too()
    {
        var page = await Open(Fitness);
        var mark = Visual(page, "lines").Locator(".mark[data-series='230402']").First;

        await mark.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"pick=230402~\d{4}~"));
        var year = Regex.Match(page.Url, @"pick=230402~(\d{4})~").Groups[1].Value;
        await Assertions.Expect(Visual(page, "ranking").Locator("h3")).ToContainTextAsync(year);
    }

    [Fact]
    public async Task A_cell_makes_its_indicator_that_of_every_visual_and_its_unit_the_one_in_focus()
    {
        var page = await Open("/report?lang=zh");
        var cell = Visual(page, "matrix").Locator(".mark[data-series='230405']").First;
        var name = (await cell.GetAttributeAsync("aria-label"))!.Split(':')[0];

        await cell.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"pick=230405~~[a-z]+\."));
        // The name ends in the indicator's, which the lines are of now, and begins with the unit's.
        var indicator = name[(name.IndexOf('年', StringComparison.Ordinal) + 1)..].Trim();
        await Assertions.Expect(Visual(page, "lines").Locator("h3")).ToHaveTextAsync(indicator);
        await Assertions.Expect(Visual(page, "focus").Locator("h3")).ToContainTextAsync(indicator);
        await Assertions.Expect(Visual(page, "focus").Locator("h3")).ToContainTextAsync(name.Split(' ')[0]);
    }

    [Fact]
    public async Task Down_to_a_school_up_by_the_breadcrumb_and_through_back_and_forward()
    {
        var page = await Open(Fitness);
        var here = page.Locator(".report-path [aria-current=page]");

        await Mark(page, "ranking", "230402").ClickAsync();
        await page.Locator(".pick-bar a", new() { HasText = "下钻" }).ClickAsync();
        await Assertions.Expect(here).ToContainTextAsync("向阳区");

        // The path says where one is before the visuals have followed.
        await Visual(page, "ranking").Locator(".mark[data-series^='230402-s']").First.ClickAsync();
        await page.Locator(".pick-bar a", new() { HasText = "下钻" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("at=230402-s"));
        await Assertions.Expect(Visual(page, "ranking").Locator(".no-plot")).ToContainTextAsync("学校之下");
        await Assertions.Expect(Visual(page, "grades").Locator(".mark")).Not.ToHaveCountAsync(0);

        await page.Locator(".report-path a", new() { HasText = "鹤岗市" }).First.ClickAsync();
        await Assertions.Expect(here).ToContainTextAsync("鹤岗市");
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("at=230402-s"));
        await page.GoForwardAsync();
        await Assertions.Expect(here).ToContainTextAsync("鹤岗市");
    }

    [Fact]
    public async Task A_unit_picked_leads_through_to_its_page_which_shows_the_same_indicator()
    {
        var page = await Open("/report?lang=zh&indicator=preschool.public_share&pick=230404~2024~");

        await page.Locator(".pick-bar a[href^='/units/']").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/units/230404\?indicator=preschool.public_share&period=2024"));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("南山区");
        await Assertions.Expect(page.Locator("#origin")).ToContainTextAsync("28.77");
    }

    [Fact]
    public async Task The_table_behind_a_visual_opens_and_its_picture_and_numbers_come_as_files()
    {
        var page = await Open(Fitness);
        var lines = Visual(page, "lines");

        await lines.GetByText("以表格显示").ClickAsync();
        await Assertions.Expect(lines.Locator("table.data tbody tr").First).ToBeVisibleAsync();
        await lines.GetByText("下载与查询").ClickAsync();

        foreach (var (link, begins) in new[] { ("SVG", "<?xml"), ("PNG", "\u0089PNG"), ("CSV", "\u00ef\u00bb\u00bf"), ("Excel (XLSX)", "PK") })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => lines.Locator("a", new() { HasText = link }).First.ClickAsync());
            await using var file = await download.CreateReadStreamAsync();
            var head = new byte[begins.Length];
            await file.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
            Assert.Equal(begins, string.Concat(head.Select(one => (char)one)));
        }
    }

    [Fact]
    public async Task Without_scripts_the_report_has_its_numbers_pictures_and_links()
    {
        var html = await samples.System.Http.GetStringAsync(Fitness, TestContext.Current.CancellationToken);

        Assert.Equal(12, Regex.Count(html, "data-visual="));
        Assert.Contains("action=\"/report\"", html, StringComparison.Ordinal);
        Assert.Matches("<a class=\"mark[^>]*href=\"/report\\?[^\"]*pick=230402", html);
        Assert.Contains("<tbody>", html, StringComparison.Ordinal);
    }

    private async Task<IPage> Open(string address) => (await CanvasPage.Open(browser, samples, address)).Page;

    private static async Task<float> TopOf(ILocator visual) => (await visual.BoundingBoxAsync())!.Y;

    private static ILocator Visual(IPage page, string name) => page.Locator($"[data-visual='{name}']");

    private static ILocator Mark(IPage page, string visual, string unit) => Visual(page, visual).Locator($".mark[data-series='{unit}']").First;
}
