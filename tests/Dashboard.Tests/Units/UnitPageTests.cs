using Bunit;
using EduAnalytics.Dashboard.Tests.Sample;
using EduAnalytics.Dashboard.Units;

namespace EduAnalytics.Dashboard.Tests.Units;

public sealed class UnitPageTests : PageTests
{
    [Fact]
    public void A_unit_shows_where_it_belongs_and_how_many_targets_it_misses()
    {
        var page = OpenUnit("230404");

        Assert.Equal("鹤岗市", page.Find(".breadcrumb a").TextContent);
        Assert.Contains("2 项有目标的指标中，1 项未达标", page.Find(".headline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Indicators_stand_under_their_groups_with_the_parents_value_beside()
    {
        var page = OpenUnit("230404");

        Assert.Equal(["控辍保学", "学前教育"], page.FindAll("tr.group").Select(row => row.TextContent));
        Assert.Contains("61.00%", page.Find("tr.chosen").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_has_a_line_of_its_own_where_only_it_has_a_target()
    {
        var page = OpenUnit("230404");

        var dropout = page.FindAll("table.scorecard tbody")[0].QuerySelectorAll("tr:not(.group)").Select(row => row.QuerySelector("th")!.TextContent);

        Assert.Equal(2, dropout.Count());
        Assert.Contains("小学", dropout.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_stand_with_the_gravest_first_and_the_documents_own_words()
    {
        var lines = OpenUnit("230404").FindAll(".finding");

        Assert.Equal(["parts.staff", "required.compulsory"], lines.Select(line => line.GetAttribute("data-rule")!));
        Assert.Contains("17 + 71 ≠ 91", lines[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("17人为在编人员", lines[0].QuerySelector("q")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_named_too() =>
        Assert.Contains("体质健康优良率", OpenUnit("230404").Find(".without").TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_page_opens_with_an_indicator_that_misses_its_target() =>
        Assert.Contains("公办园在园幼儿占比", OpenUnit("230404").Find(".trend").TextContent, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_unit_is_named() =>
        Assert.Contains("“999”", OpenUnit("999").Find(".message").TextContent, StringComparison.Ordinal);

    private IRenderedComponent<UnitPage> OpenUnit(string id) =>
        Open<UnitPage>($"/units/{id}", page => page.Add(unit => unit.Id, id));
}
