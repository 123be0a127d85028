using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>Taking a finding for known, with scripts and without, and reading the ledgers of dropout.</summary>
public class FindingWordTests(SampleSystem samples, Browser browser)
{
    private const string OneFinding = "/findings?unit=230404&period=all&rule=";

    [Fact]
    public async Task A_finding_is_acknowledged_with_a_note_filtered_and_withdrawn()
    {
        var page = await browser.Open(Address(OneFinding + "parts.kindergarten_staff&lang=zh"));
        await page.Locator("form.slicers:not([data-autosubmit])").WaitForAsync();
        await page.Locator("details.word summary").First.ClickAsync();
        await page.Locator("details.word textarea").First.FillAsync("劳务派遣人员另行统计");
        await page.Locator("details.word button").First.ClickAsync();

        await Assertions.Expect(page.Locator(".word.known q").First).ToHaveTextAsync("劳务派遣人员另行统计");
        await page.Locator("nav.pills a", new() { HasText = "未处理" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("state=OPEN"));
        await Assertions.Expect(page.Locator(".word.known")).ToHaveCountAsync(0);

        await page.Locator("nav.pills a", new() { HasText = "已知悉" }).ClickAsync();
        await page.Locator(".word.known button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".finding-entry")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_the_form_is_sent_and_leads_back_to_the_same_list()
    {
        var page = await browser.OpenWithoutScripts(Address(OneFinding + "stated.variation_further&lang=en"));
        if (await page.Locator("details.word").CountAsync() == 0)
            await page.GotoAsync(Address("/findings?unit=230404&period=all&severity=CRITICAL&lang=en").ToString());
        var list = page.Url;

        await page.Locator("details.word summary").First.ClickAsync();
        await page.Locator("details.word textarea").First.FillAsync("Known, being put right");
        await page.Locator("details.word button").First.ClickAsync();

        await Assertions.Expect(page.Locator(".word.known q").First).ToHaveTextAsync("Known, being put right");
        Assert.Equal(new Uri(list).PathAndQuery, new Uri(page.Url).PathAndQuery);
        await page.Locator(".word.known button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".word.known")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_one_reader_says_another_sees_on_a_page_that_is_open()
    {
        var seen = await browser.OpenLive(Address(OneFinding + "parts.kindergarten_staff&lang=en"));
        await Assertions.Expect(seen.Locator("details.word")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(seen.Locator(".word.known")).ToHaveCountAsync(0);
        var said = await browser.OpenWithoutScripts(new Uri(seen.Url));

        await said.Locator("details.word summary").First.ClickAsync();
        await said.Locator("details.word textarea").First.FillAsync("Counted apart");
        await said.Locator("details.word button").First.ClickAsync();
        await Assertions.Expect(seen.Locator(".word.known q")).ToHaveTextAsync("Counted apart");

        await said.Locator(".word.known button").First.ClickAsync();
        await Assertions.Expect(seen.Locator(".word.known")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_form_that_a_move_within_the_circuit_has_brought_is_taken_too()
    {
        var page = await browser.OpenLive(Address("/standards?lang=zh"));
        await page.Locator(".masthead nav a", new() { HasText = "疑点" }).ClickAsync();
        await page.Locator("form.slicers:not([data-autosubmit])").WaitForAsync();

        await page.Locator("details.word summary").First.ClickAsync();
        await page.Locator("details.word textarea").First.FillAsync("已核实");
        await page.Locator("details.word button").First.ClickAsync();

        await Assertions.Expect(page.Locator(".word.known").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".word-refused")).ToHaveCountAsync(0);
        await page.Locator(".word.known button").First.ClickAsync();
    }

    [Fact]
    public async Task A_form_that_another_site_made_changes_nothing()
    {
        using var form = new FormUrlEncodedContent([new("word", "acknowledge"), new("finding", "x"), new("note", "n"), new("submission", "s"), new("to", "https://elsewhere.example/")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/findings/words") { Content = form };
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = samples.System.Address };

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((303, "/findings?refusal=STALE_FORM"), ((int)answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task The_ledgers_of_dropout_lead_from_the_district_to_its_schools_and_to_where_a_number_comes_from()
    {
        var page = await browser.Open(Address("/units/230402/dropouts?lang=en"));
        await page.Locator("form.slicers:not([data-autosubmit])").WaitForAsync();
        await Assertions.Expect(page.Locator(".ledger-tiles li")).ToHaveCountAsync(6);
        var school = page.Locator("table.data tbody th a").First;
        var name = await school.InnerTextAsync();
        await school.ClickAsync();
        await Assertions.Expect(page.Locator("h1 small")).ToHaveTextAsync(name);

        await page.Locator(".ledger-tiles a.figure").First.ClickAsync();
        await Assertions.Expect(page.Locator("#origin")).ToBeVisibleAsync();
    }

    private Uri Address(string path) => new(samples.System.Address, path);
}
