using Bunit;
using EduAnalytics.Dashboard.Report;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Report;

public sealed class ReportPageTests : PageTests
{
    private static readonly string[] all =
        ["tiles", "lines", "ranking", "focus", "stages", "matrix", "strip", "funnel", "slope", "multiples", "waterfall", "tree"];

    [Fact]
    public void The_report_has_twelve_visuals_read_in_two_questions()
    {
        var page = OpenReport("/report");

        Assert.Equal(all, page.FindAll("[data-visual]").Select(visual => visual.GetAttribute("data-visual")));
        Assert.Equal(["Catalogue", "Report", "ReportDetail"], Gateway.Asked.Select(asked => asked.Operation));
    }

    [Fact]
    public void A_table_is_written_out_when_it_is_opened_and_says_of_each_mark_what_its_tip_says()
    {
        var page = OpenReport("/report");
        Assert.Empty(page.FindAll("[data-visual=strip] table"));
        var mark = page.Find("[data-visual=strip] .mark[data-series='b1']");

        OpenTable(page, "strip");

        var row = page.FindAll("[data-visual=strip] tbody tr").First(one => one.TextContent.Contains("90 ÷ 200", StringComparison.Ordinal) && one.TextContent.StartsWith("学校1 ", StringComparison.Ordinal));
        Assert.Contains("系统计算: 90 ÷ 200", mark.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("系统计算: 90 ÷ 200", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(mark.GetAttribute("data-source")!, row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_visual_that_has_nothing_to_draw_says_why()
    {
        var page = OpenReport("/report");

        Assert.Contains("不分学段", page.Find("[data-visual=stages] .no-plot").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_picked_is_followed_by_the_other_visuals_and_let_go_by_a_second_click()
    {
        var page = OpenReport("/report");
        var bar = page.Find("[data-visual=ranking] .mark[data-series='230404']");
        Assert.Equal("/report?pick=230404~~", bar.GetAttribute("href"));

        page = OpenReport("/report?pick=230404~~");

        Assert.Equal("/report", page.Find("[data-visual=ranking] .mark[data-series='230404']").GetAttribute("href"));
        Assert.Equal("true", page.Find("[data-visual=funnel] .mark[data-series='230404']").GetAttribute("aria-current"));
        Assert.Contains("南山区", page.Find("[data-visual=focus] h3").TextContent, StringComparison.Ordinal);
        Assert.Contains("南山区", page.Find(".pick-bar").TextContent, StringComparison.Ordinal);
        Assert.Equal("230404", Gateway.Asked[^1].Variables["open"]);
    }

    [Fact]
    public void A_picked_school_opens_its_own_district_and_is_marked_with_it()
    {
        var page = OpenReport("/report?pick=230402-s01~2022~", wait: false);
        page.WaitForState(() => page.FindAll("[data-visual=tree] .mark[data-series='230402-s01']").Count == 1);

        Assert.Equal("230402", Gateway.Asked[^1].Variables["open"]);
        Assert.Equal("true", page.Find("[data-visual=tree] .mark[data-series='230402-s01']").GetAttribute("aria-current"));
        Assert.Contains("2022", page.Find("[data-visual=ranking] h3").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_picks_its_unit_and_its_indicator()
    {
        var page = OpenReport("/report?pick=230402~~finance.allocated");

        Assert.Contains("教育资金拨付", page.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Equal("finance.allocated", Gateway.Asked[^1].Variables["indicator"]);
        Assert.Equal("230402", Gateway.Asked.Last(asked => asked.Operation == "Report").Variables["focus"]);
    }

    [Fact]
    public void Narrower_years_ask_only_for_what_stands_in_the_period()
    {
        var page = OpenReport("/report");
        var asked = Gateway.Asked.Count;

        page.Find("select[name=to]").Change("2022");

        page.WaitForAssertion(() => Assert.Equal(asked + 1, Gateway.Asked.Count));
        Assert.Equal(("ReportDetail", "2022"), (Gateway.Asked[^1].Operation, (string)Gateway.Asked[^1].Variables["period"]!));
        page.WaitForAssertion(() => Assert.EndsWith("/report?to=2022", Address, StringComparison.Ordinal));
    }

    [Fact]
    public void Down_to_a_district_its_schools_are_compared_and_the_city_is_one_step_up()
    {
        var page = OpenReport("/report?at=230402");

        Assert.Equal("230402", Gateway.Asked.Last(asked => asked.Operation == "Report").Variables["parent"]);
        Assert.Equal("/report?at=230400", page.Find(".report-path li a").GetAttribute("href"));
        Assert.Contains("向阳区", page.Find(".report-path [aria-current]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picked_school_is_shown_by_grade_and_sex()
    {
        var page = Open<ReportPage>("/report?at=230402&pick=230402-s01~2024~");
        page.WaitForState(() => page.FindAll("[data-visual=grades] .mark").Count == 2, TimeSpan.FromSeconds(30));

        Assert.Equal("230402-s01", Gateway.Asked[^1].Variables["gradesUnit"]);
        Assert.Contains("1 年级 女 2024年: 60.00%; 达标; 演示数据; 系统计算: 6 ÷ 10", page.Find("[data-visual=grades] .mark").GetAttribute("aria-label"), StringComparison.Ordinal);
        OpenTable(page, "grades");
        Assert.Equal(["1 年级（演示）", "60.00% (达标)", "40.00% (未达标)"], page.Find("[data-visual=grades] tbody").QuerySelectorAll("tr > *").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_unit_that_does_not_exist_is_named() =>
        Assert.Contains("999", OpenReport("/report?at=999", wait: false).Find(".message").TextContent, StringComparison.Ordinal);

    private static void OpenTable(IRenderedComponent<ReportPage> page, string visual)
    {
        page.Find($"[data-visual={visual}] details.data-behind:not(.links)").TriggerEvent("ontoggle", EventArgs.Empty);
        page.WaitForElement($"[data-visual={visual}] tbody");
    }

    private IRenderedComponent<ReportPage> OpenReport(string address, bool wait = true)
    {
        var page = Open<ReportPage>(address);
        if (wait)
            page.WaitForState(
                () => page.FindAll("[data-visual]").Count == all.Length && !page.FindAll("[data-visual]").Any(visual => visual.HasAttribute("aria-busy")),
                TimeSpan.FromSeconds(30));
        return page;
    }
}
