using EduAnalytics.EndToEnd.Tests.Accessibility;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>Every page, in both languages, wide and narrow: reachable, readable by machine, nothing running out of the frame.</summary>
public class PageTests(SampleSystem samples, Browser browser)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "compare", "/" },
        { "compare-fitness", "/?indicator=fitness.excellent_good_rate&from=2019&to=2024" },
        { "compare-one", "/?indicator=finance.allocated&units=230404" },
        { "compare-past", "/?asOf=2020-01-01&explain=230404~2024" },
        { "district", "/units/230404" },
        { "district-past", "/units/230404?indicator=preschool.public_share&period=2024&asOf=2020-01-01" },
        { "generated-district", "/units/230402?indicator=dropout.rate" },
        { "city", "/units/230400" },
        { "school", "/units/230404-yifu-primary" },
        { "indicator-of-district", "/units/230404?indicator=preschool.public_share&period=2024" },
        { "dropouts", "/units/230402/dropouts" },
        { "dropouts-city", "/units/230400/dropouts?stage=JUNIOR" },
        { "standard-district", "/units/230402/standards/quality-balanced-2017" },
        { "standard-reported", "/units/230404/standards/duties-2024" },
        { "standard-city", "/units/230400/standards/quality-balanced-2017" },
        { "standards", "/standards" },
        { "findings", "/findings" },
        { "findings-district", "/findings?unit=230404" },
        { "findings-all-years", "/findings?unit=230404&period=all" },
        { "live", "/live" },
        { "live-district", "/live?unit=230402" },
        { "import-empty", "/import" },
        { "sign-in-open", "/sign-in" },
        { "unknown-page", "/nowhere" },
        { "unknown-unit", "/units/nowhere" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_breaks_no_rule_of_accessibility_and_stays_in_its_frame(string name, string address) =>
        PageCheck.Holds(browser, samples.System.Address, name, address);

    [Fact]
    public async Task The_first_html_holds_the_plot_and_the_numbers()
    {
        var html = await samples.System.Http.GetStringAsync("/?indicator=preschool.public_share&from=2019&to=2024", TestContext.Current.CancellationToken);

        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("28.77", html, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html[..html.IndexOf("</head>", StringComparison.Ordinal)], "<title>"));
    }

    [Fact]
    public async Task A_slicer_changes_the_address_and_the_plot_and_back_brings_both_back()
    {
        var page = await browser.Open(Address("/?indicator=preschool.public_share", "zh"));
        await page.Locator("form.slicers:not([data-autosubmit])").WaitForAsync();
        // The first look at every school of a system that has just started keeps the machine busy; it is not what is timed here.
        await page.Locator(".summary .severity").First.WaitForAsync();
        var heading = page.Locator("main h2:visible").First;
        var before = await heading.InnerTextAsync();

        await page.Locator("select[name=indicator]").SelectOptionAsync("fitness.excellent_good_rate");

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("indicator=fitness.excellent_good_rate"));
        await Assertions.Expect(heading).Not.ToHaveTextAsync(before);
        await page.GoBackAsync();
        await Assertions.Expect(heading).ToHaveTextAsync(before);
    }

    [Fact]
    public async Task The_source_of_a_reported_figure_is_one_click_away()
    {
        var page = await browser.OpenLive(Address("/?indicator=fitness.excellent_good_rate&units=230404&from=2023&to=2023", "zh"));

        await page.Locator("main .tile-value a", new PageLocatorOptions { HasText = "3.4" }).First.ClickAsync();

        await Assertions.Expect(page.GetByText("一(六)").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("2023年体质健康优良率为3.4%").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_districts_page_tells_what_its_report_does_not()
    {
        var page = await browser.Open(Address("/units/230404", "zh"));

        var findings = page.Locator(".findings .finding");
        await Assertions.Expect(findings.Filter(new() { HasText = "91" }).First).ToBeAttachedAsync();
        await Assertions.Expect(findings.Filter(new() { HasText = "3.4" }).First).ToBeAttachedAsync();
        await Assertions.Expect(findings.Filter(new() { HasText = "外聘教职工71人" }).First).ToBeAttachedAsync();
    }

    [Fact]
    public async Task A_miss_leads_to_the_page_that_says_what_would_turn_it()
    {
        var page = await browser.OpenLive(Address("/standards", "zh"));

        await page.Locator("table.standings tr", new() { HasText = "向阳区" }).Locator("a.standing").First.ClickAsync();

        await Assertions.Expect(page.Locator(".verdict")).ToContainTextAsync("未达到本标准");
        await Assertions.Expect(page.Locator(".remedy-list li").First).ToContainTextAsync("增加");
        await page.Locator("a.year").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"period=\d{4}"));
    }

    [Fact]
    public async Task Choosing_a_rule_lists_its_findings_over_the_whole_city()
    {
        var page = await browser.Open(Address("/findings?unit=230404", "zh"));
        await page.Locator("form.slicers:not([data-autosubmit])").WaitForAsync();

        await page.Locator("select[name=rule]").SelectOptionAsync("parts.kindergarten_staff");

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("rule=parts.kindergarten_staff"));
        await Assertions.Expect(page.Locator(".finding-entry")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".finding-numbers")).ToContainTextAsync("91");
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_and_the_marks_of_the_plot()
    {
        var page = await browser.Open(Address("/?indicator=fitness.excellent_good_rate&from=2019&to=2024", "zh"));
        await page.Locator("form.slicers:not([data-autosubmit])").WaitForAsync();

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();

        var mark = page.Locator(".mark[tabindex='0']").First;
        await mark.FocusAsync();
        var name = await mark.GetAttributeAsync("aria-label");
        Assert.Matches(@"\d{4}.*\d", name!);
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".mark:focus")).Not.ToHaveAttributeAsync("aria-label", name!);
    }

    [Theory]
    [InlineData("svg", "image/svg+xml")]
    [InlineData("png", "image/png")]
    public async Task The_plot_has_an_address_of_its_own(string format, string type)
    {
        using var response = await samples.System.Http.GetAsync(
            $"/plots/comparison.{format}?indicator=fitness.excellent_good_rate&units=230404,230402&from=2019&to=2024&lang=en", TestContext.Current.CancellationToken);

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(response.Headers.ETag);
        using var again = new HttpRequestMessage(HttpMethod.Get, response.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag);
        Assert.Equal(304, (int)(await samples.System.Http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
    }

    private Uri Address(string path, string language) =>
        new(samples.System.Address, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"lang={language}");
}
