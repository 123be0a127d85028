using Bunit;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Standards;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Standards;

public sealed class CompliancePageTests : PageTests
{
    [Fact]
    public void The_verdict_comes_first_and_names_what_is_missed_and_since_when()
    {
        var page = OpenStandard();

        Assert.Contains("2024年未达到本标准：4 项准则中 1 项未达标。另有 1 项没有数据。未达标的是总体要求（小学）（2 所学校中 1 所）。", page.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Equal("自2022年起已连续 3 年未达标。", page.Find(".run").TextContent);
    }

    [Fact]
    public void Each_school_has_a_row_with_value_margin_and_what_is_missing()
    {
        var cells = OpenStandard().FindAll("table.matrix tbody tr")[0].QuerySelectorAll("td");

        Assert.Equal(["cell missed", "cell missed", "cell rule missed"], cells.Select(cell => cell.ClassName));
        Assert.Contains("未达标", cells[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("−0.10", cells[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("还差 3 人", cells[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("还差 120.5 平方米", cells[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rule_says_how_many_are_met_and_at_what_share_the_lowest_of_the_rest_stands()
    {
        var rule = OpenStandard().Find("table.matrix .rule");

        Assert.Contains("0/2", rule.TextContent, StringComparison.Ordinal);
        Assert.Contains("其余最低 80%", rule.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_variation_stands_under_its_criterion_with_its_limit()
    {
        var spreads = OpenStandard().FindAll("table.matrix tr.spread td");

        Assert.Contains("0.4155", spreads[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("≤ 0.5", spreads[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(string.Empty, spreads[1].TextContent);
    }

    [Fact]
    public void What_would_turn_a_miss_is_said_as_the_rule_asks_for_it()
    {
        var miss = Assert.Single(OpenStandard().FindAll(".remedy-list > li"));

        Assert.Contains("逸夫小学", miss.TextContent, StringComparison.Ordinal);
        Assert.Equal(["骨干教师增加 3 人", "教学用房面积增加 30 平方米"], miss.QuerySelectorAll(".changes li").Select(change => change.TextContent.Trim()));
    }

    [Fact]
    public void What_is_asked_of_the_district_itself_marks_a_number_that_was_not_seen()
    {
        var line = Assert.Single(OpenStandard().FindAll("table.criteria tbody tr"));

        Assert.Contains("≥ 50%", line.TextContent, StringComparison.Ordinal);
        Assert.NotNull(line.QuerySelector(".unconfirmed"));
    }

    [Fact]
    public void The_page_opens_with_the_newest_year_known_and_another_is_an_address()
    {
        var page = OpenStandard();

        Assert.Equal("2024", Gateway.Asked.Last().Variables["period"]);
        Assert.Equal(
            $"/units/230404/standards/{SampleStandards.Code}?period=2023", page.FindAll("a.year")[1].GetAttribute("href"));
        Assert.Equal("2025", Gateway.Asked[0].Variables["to"]);
    }

    [Fact]
    public void A_school_that_the_document_passes_over_is_named() =>
        Assert.Contains("不参与本标准学校间的比较：山里教学点（教学点）。", OpenStandard().Find(".note").TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_stage_that_nothing_is_asked_of_is_no_choice() =>
        Assert.Empty(OpenStandard().FindAll(".choices .segments"));

    [Fact]
    public void A_city_lists_its_districts_with_how_many_schools_meet_each_criterion()
    {
        var page = OpenStandard("230400");

        Assert.Contains("1 个区县中 0 个达到、1 个未达到本标准", page.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Contains("1/2", page.Find("table.districts tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_unit_and_an_unknown_standard_are_named()
    {
        Assert.Contains("“999”", OpenStandard("999").Find(".message").TextContent, StringComparison.Ordinal);
        Gateway.Instead = new GraphQLAnswer(null, [new GraphQLError("none", "UNKNOWN_STANDARD", null, "nope")]);
        Assert.Contains("“nope”", OpenStandard(standard: "nope").Find(".message").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<CompliancePage> OpenStandard(string unit = "230404", string standard = SampleStandards.Code) =>
        Open<CompliancePage>($"/units/{unit}/standards/{standard}", page => page.Add(one => one.Id, unit).Add(one => one.Code, standard));
}
