using Bunit;
using EduAnalytics.Dashboard.Findings;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Findings;

public sealed class FindingsPageTests : PageTests
{
    [Fact]
    public void The_page_opens_with_the_city_and_the_newest_full_year()
    {
        var page = Open<FindingsPage>("/findings");

        var asked = Gateway.Asked.Last().Variables;
        Assert.Equal(("230400", "2025"), ((string)asked["unit"]!, (string)asked["period"]!));
        Assert.Contains("2025年，70 条疑点。", page.Find(".headline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void All_periods_are_a_choice_of_their_own()
    {
        Open<FindingsPage>("/findings?unit=230404&period=all");

        Assert.Null(Gateway.Asked.Last().Variables["period"]);
    }

    [Fact]
    public void Findings_of_one_rule_stand_together_with_their_numbers_and_the_documents_words()
    {
        var groups = Open<FindingsPage>("/findings").FindAll("section.finding-group");

        Assert.Equal(["未达到目标", "合计不符"], groups.Select(group => group.QuerySelector("h2")!.ChildNodes.Last().TextContent.Trim()));
        Assert.Equal(2, groups[1].QuerySelectorAll(".finding-entry").Length);
        Assert.Equal(["17 人", "71 人", "91 人"], groups[1].QuerySelector(".finding-numbers")!.QuerySelectorAll("td.number").Select(value => value.TextContent.Trim()));
        Assert.Contains("17人为在编人员", groups[1].QuerySelector("q")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("自评报告", groups[0].QuerySelector("cite")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/units/230404?indicator=preschool.public_share", groups[0].QuerySelector(".finding-unit a")!.GetAttribute("href"));
    }

    [Fact]
    public void Each_number_says_what_it_is_and_leads_to_its_origin_and_to_the_line_of_the_file_it_came_in()
    {
        var rows = Open<FindingsPage>("/findings").FindAll("section.finding-group")[1].QuerySelector(".finding-numbers tbody")!.Children;

        Assert.Contains("幼儿园在编教职工数", rows[0].Children[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("2024年 · 上报数", rows[0].Children[1].TextContent.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal("/units/230404?indicator=preschool.insured_share&period=2024#origin", rows[0].QuerySelector("a.figure")!.GetAttribute("href"));
        Assert.Null(rows[0].QuerySelector(".file"));
        Assert.Equal("文件 教职工.xlsx 第 7 行", rows[2].QuerySelector(".file")!.TextContent);
        Assert.Contains("南山区", rows[2].Children[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_names_the_document_that_sets_it_and_no_source_is_told_twice()
    {
        var group = Open<FindingsPage>("/findings").FindAll("section.finding-group")[0];

        Assert.Equal("国发〔2019〕13号", group.QuerySelector("[data-kind=target]")!.Children[2].TextContent.Trim());
        Assert.Null(group.QuerySelector("[data-kind=target] a.figure"));
        Assert.Null(group.QuerySelector(".finding-sources"));
    }

    [Fact]
    public void A_unit_without_findings_in_that_year_opens_with_its_own_newest()
    {
        var place = Open<FindingsPage>("/findings?period=2025").FindAll(".by-unit li")[1];

        Assert.Contains("最近一次为2024年", place.TextContent, StringComparison.Ordinal);
        Assert.Equal("/findings?unit=230404", place.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Pages_lead_on_and_back_and_a_choice_begins_at_the_first()
    {
        var page = Open<FindingsPage>("/findings?severity=WARNING&after=here");

        Assert.Contains("第 31–33 条，共 70 条", page.Find(".pages").TextContent, StringComparison.Ordinal);
        Assert.Equal(["/findings?severity=WARNING", "/findings?severity=WARNING&after=next"], page.FindAll(".pages a").Select(link => link.GetAttribute("href")));
        Assert.Equal("/findings?severity=CRITICAL", page.FindAll("nav.pills a")[1].GetAttribute("href"));
    }

    [Fact]
    public void A_slicer_changes_the_address()
    {
        var page = Open<FindingsPage>("/findings?unit=230404");

        page.Find("select[name=rule]").Change("parts.staff");

        Assert.EndsWith("/findings?unit=230404&rule=parts.staff", Address, StringComparison.Ordinal);
        Assert.Equal("parts.staff", Gateway.Asked.Last().Variables["rule"]);
    }

    [Fact]
    public void An_unknown_unit_is_named()
    {
        Gateway.Instead = new GraphQLAnswer(null, [new GraphQLError("none", "UNKNOWN_ORG_UNIT", null, "999")]);

        Assert.Contains("“999”", Open<FindingsPage>("/findings?unit=999").Find(".message").TextContent, StringComparison.Ordinal);
    }
}
