using Bunit;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.PlotImages;
using EduAnalytics.Dashboard.Report;
using EduAnalytics.Dashboard.SavedViews;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.SavedViews;

public sealed class SavedViewTests : PageTests
{
    [Fact]
    public async Task A_view_saved_in_the_report_and_pinned_stands_on_the_home_page_with_its_address()
    {
        await Save("向阳区 2023", pinned: true);

        var card = Open<ComparePage>("/").Find(".pinned-views a.view-card");

        Assert.Equal(("向阳区 2023", "/report?pick=230402~2023~"), (card.QuerySelector(".view-name")!.TextContent, card.GetAttribute("href")));
    }

    [Fact]
    public async Task A_view_is_saved_without_the_readers_language_and_opened_in_that_of_whoever_opens_it()
    {
        await Save("Xiangyang", pinned: true, language: "en");

        Assert.Equal("/report?pick=230402~2023~", Card("zh").GetAttribute("href"));
        Assert.Equal("/report?pick=230402~2023~&lang=en", Card("en").GetAttribute("href"));

        AngleSharp.Dom.IElement Card(string language) => Open<ComparePage>("/", language: language).Find("a.view-card");
    }

    [Fact]
    public async Task The_comparison_is_saved_with_its_indicator_as_the_name_unless_the_reader_types_another()
    {
        var page = Open<ComparePage>("/?indicator=preschool.public_share&from=2020");
        var form = page.WaitForElement(".save-form");

        Assert.Equal("公办园在园幼儿占比", form.QuerySelector("input[name=name]")!.GetAttribute("value"));
        await page.InvokeAsync(() => page.Find(".save-form").Submit());
        page.WaitForState(() => page.Find(".save-form [role=status]").TextContent.Contains("已保存", StringComparison.Ordinal));

        var saved = System.Text.Json.JsonSerializer.SerializeToElement(Gateway.Asked.Last().Variables["input"]);
        Assert.Equal("/?indicator=preschool.public_share&from=2020", saved.GetProperty("address").GetString());
    }

    [Fact]
    public void Without_scripts_the_form_says_all_that_is_to_be_saved()
    {
        var form = Open<ReportPage>("/report?pick=230402~2023~").WaitForElement(".save-form");

        Assert.Equal(("post", "/views/change"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal(
            [("change", "save"), ("address", "/report?pick=230402~2023~"), ("to", "/views")],
            form.QuerySelectorAll("input[type=hidden]").Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value")!))
                .Where(input => input.Name is "change" or "address" or "to"));
    }

    [Fact]
    public async Task Why_a_view_was_not_saved_is_said_in_the_readers_language_and_the_name_stays()
    {
        Gateway.Views.Refusal = "TOO_MANY_VIEWS";

        var form = await Save("向阳区 2023", pinned: false);

        Assert.Contains("已有 200 个视图", form.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("向阳区 2023", form.QuerySelector("input[name=name]")!.GetAttribute("value"));
    }

    [Fact]
    public void A_card_says_what_its_view_shows_and_draws_its_first_plot()
    {
        Gateway.Views.Add("v", "学前", "/report?at=230404&indicator=preschool.public_share&from=2019&to=2024", pinned: true);

        var card = Open<ComparePage>("/").Find("a.view-card");

        Assert.Equal("分析报告 · 公办园在园幼儿占比 · 南山区 · 2019 – 2024", card.QuerySelector(".view-shows")!.TextContent);
        Assert.Equal(
            "/plots/comparison.svg?indicator=preschool.public_share&units=230404&from=2019&to=2024&width=360&height=240&lang=zh",
            card.QuerySelector("img")!.GetAttribute("src"));
        var dark = card.QuerySelector("source[media]")!.GetAttribute("srcset")!;
        Assert.EndsWith("&theme=dark", dark, StringComparison.Ordinal);
        Assert.Null(PlotImageRequest.Read(dark.Split('?')[1], "svg").Refusal);
    }

    [Theory]
    [InlineData("/report?pick=230402~2023~", "分析报告 · 向阳区 · 2023年")]
    [InlineData("/report?group=preschool&units=230402,230404", "分析报告 · 学前教育 · 向阳区、南山区")]
    [InlineData("/?indicator=nobody.knows&stage=PRIMARY&from=2024&to=2024", "区县比较 · nobody.knows · 小学 · 2024")]
    [InlineData("/?units=a,b,c,d&to=2023", "区县比较 · 4 个单位 · – 2023")]
    [InlineData("/units/230404/dropouts?period=2026-05", "单位页面 · 南山区")]
    [InlineData("/standards", "评估标准")]
    public void What_a_view_shows_is_told_in_a_line(string address, string line)
    {
        Gateway.Views.Add("v", "名", address);

        Assert.Equal(line, Open<ViewsPage>("/views").Find(".view-shows").TextContent);
    }

    [Fact]
    public void A_view_of_a_page_without_figures_over_the_years_has_no_plot()
    {
        Gateway.Views.Add("v", "现场", "/live?unit=230402", pinned: true);

        var card = Open<ComparePage>("/").Find("a.view-card");

        Assert.Equal("实时 · 向阳区", card.QuerySelector(".view-shows")!.TextContent);
        Assert.Null(card.QuerySelector("img"));
    }

    [Fact]
    public void The_home_page_of_a_reader_without_pinned_views_is_as_it_was()
    {
        Gateway.Views.Add("v", "未固定", "/live");

        Assert.Empty(Open<ComparePage>("/").FindAll(".pinned-views"));
    }

    [Fact]
    public void The_list_has_a_form_for_every_change_and_the_whole_address_to_share()
    {
        Gateway.Views.Add("v1", "学前", "/report?indicator=preschool.public_share", pinned: true);

        var entry = Open<ViewsPage>("/views").Find(".view-entry");

        Assert.Equal(["unpin", "rename", "delete"], entry.QuerySelectorAll("input[name=change]").Select(input => input.GetAttribute("value")));
        Assert.All(entry.QuerySelectorAll("input[name=view]"), input => Assert.Equal("v1", input.GetAttribute("value")));
        Assert.Equal(3, entry.QuerySelectorAll("input[name=submission]").Select(input => input.GetAttribute("value")).Distinct().Count());
        Assert.Equal("http://localhost/report?indicator=preschool.public_share", entry.QuerySelector("[hidden]")!.TextContent);
    }

    [Fact]
    public void A_list_without_views_says_how_to_keep_one() =>
        Assert.Contains("保存此视图", Open<ViewsPage>("/views").Find(".message").TextContent, StringComparison.Ordinal);

    [Fact]
    public void What_became_of_a_change_is_said_above_the_list()
    {
        Gateway.Views.Add("v1", "学前", "/report");

        Assert.Contains("已保存为“学前”", Open<ViewsPage>("/views?saved=v1").Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("已有同名的视图", Open<ViewsPage>("/views?refusal=NAME_TAKEN").Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("SOMETHING", Open<ViewsPage>("/views?refusal=SOMETHING").Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private async Task<AngleSharp.Dom.IElement> Save(string name, bool pinned, string language = "zh")
    {
        var page = Open<ReportPage>("/report?pick=230402~2023~", language: language);
        page.WaitForElement(".save-form");

        // Within the page's own turn: the report reads its second half meanwhile, and draws the form anew.
        await page.InvokeAsync(() => page.Find(".save-form input[name=name]").Change(name));
        await page.InvokeAsync(() => page.Find(".save-form input[name=pinned]").Change(pinned));
        await page.InvokeAsync(() => page.Find(".save-form").Submit());
        page.WaitForState(() => page.FindAll(".save-form [role=alert]").Count > 0 || page.Find(".save-form [role=status]").TextContent.Length > 0);
        return page.Find(".save-form");
    }
}
