using Bunit;
using EduAnalytics.Dashboard.Report;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Report;

/// <summary>The tree, parted as its reader chooses.</summary>
public sealed class SplitTests : PageTests
{
    [Fact]
    public void A_district_is_parted_by_grade_and_the_largest_grade_by_sex()
    {
        var page = OpenTree("/report?split=unit,grade,sex&pick=230404~~", "students-1");

        Assert.Equal("230404", Gateway.Asked[^1].Variables["splitUnit"]);
        Assert.Equal(["GRADE", "SEX"], (IReadOnlyList<string>)Gateway.Asked[^1].Variables["by"]!);
        Assert.Contains("10", page.Find("[data-visual=tree] .mark[data-series='students-1']").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[data-visual=tree] .mark[data-series='students-1-female']"));
        Assert.Equal("/report?split=unit,grade,sex&branch=students-1&pick=230404~~", page.Find("[data-visual=tree] .mark[data-series='students-1']").GetAttribute("href"));
    }

    [Fact]
    public void Every_number_of_the_tree_leads_to_where_it_comes_from()
    {
        var page = OpenTree("/report?split=unit,grade,sex&pick=230404~~", "students-1");

        page.Find("[data-visual=tree] details.data-behind:not(.links)").TriggerEvent("ontoggle", EventArgs.Empty);
        page.WaitForState(() => page.FindAll("[data-visual=tree] td.number a").Count > 0);

        var links = page.FindAll("[data-visual=tree] td.number a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.All(links, link => Assert.EndsWith("#origin", link, StringComparison.Ordinal));
        Assert.Contains(links, link => link.StartsWith("/units/230404?", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_choice_is_an_address_and_the_last_one_can_be_taken_away()
    {
        var page = OpenTree("/report?split=unit,grade", "students-1");

        Assert.Equal(
            ["/report?split=unit", "/report?split=unit", "/report?split=unit,grade,sex"],
            page.FindAll("[data-visual=tree] .visual-choices a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["true", "true", null], page.FindAll("[data-visual=tree] .visual-choices a").Select(link => link.GetAttribute("aria-current")));
    }

    [Fact]
    public void Units_alone_ask_nothing_more_and_what_cannot_follow_is_left_out()
    {
        var page = Open<ReportPage>("/report?split=unit,unit,unit");
        page.WaitForState(() => page.FindAll("[data-visual=tree] .mark").Count > 2 && page.FindAll("[data-visual][aria-busy]").Count == 0);

        Assert.DoesNotContain("Split", Gateway.Asked.Select(asked => asked.Operation));
        Assert.Equal(2, page.FindAll("[data-visual=tree] .visual-choices a[aria-current]").Count);
    }

    private IRenderedComponent<ReportPage> OpenTree(string address, string node)
    {
        var page = Open<ReportPage>(address);
        page.WaitForState(() => page.FindAll($"[data-visual=tree] .mark[data-series='{node}']").Count == 1);
        return page;
    }
}
