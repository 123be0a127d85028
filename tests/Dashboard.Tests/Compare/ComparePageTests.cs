using Bunit;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Compare;

public sealed class ComparePageTests : PageTests
{
    [Fact]
    public void The_page_begins_with_what_the_whole_city_misses()
    {
        var page = Open<ComparePage>("/");
        page.WaitForState(() => page.FindAll(".summary .severity").Count > 0);
        var summary = page.Find(".summary");

        Assert.Contains("优质均衡：2 个区县中 1 个未达到", summary.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025年，70 条疑点。", summary.TextContent, StringComparison.Ordinal);
        Assert.NotNull(summary.QuerySelector(".synthetic"));
    }

    [Fact]
    public void The_first_HTML_holds_plot_numbers_and_table()
    {
        var page = Open<ComparePage>("/");

        Assert.Equal(8, page.FindAll(".tile").Count);
        Assert.NotEmpty(page.FindAll(".trend .plot-layer svg"));
        Assert.Contains("28.77%", page.Find(".tile.real").TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page.FindAll(".data-behind tbody tr").Count);
    }

    [Fact]
    public void A_mark_tells_value_parts_and_basis_and_leads_to_the_unit()
    {
        var page = Open<ComparePage>("/?units=230404");

        var mark = page.Find(".trend .wide .mark[data-period='4']");

        Assert.Equal("/units/230404?indicator=preschool.public_share&period=2024", mark.GetAttribute("href"));
        Assert.Contains("南山区 2024年: 28.77%; 系统计算: 530 ÷ 1,842; 上报为 28.8%", mark.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_generated_unit_is_marked_as_demo_data()
    {
        var page = Open<ComparePage>("/");

        Assert.All(page.FindAll(".tile.generated"), tile => Assert.Contains("演示数据", tile.TextContent, StringComparison.Ordinal));
        Assert.Equal(7, page.FindAll(".tile.generated").Count);
    }

    [Fact]
    public void Choosing_an_indicator_changes_the_address_and_the_page()
    {
        var page = Open<ComparePage>("/?from=2023");

        page.Find("select[name=indicator]").Change("finance.allocated");

        page.WaitForAssertion(() => Assert.EndsWith("/?indicator=finance.allocated&from=2023", Address, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("教育资金拨付", page.Find("h2").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Unticking_a_district_names_the_others_in_the_address()
    {
        var page = Open<ComparePage>("/");

        page.Find("input[value='230402']").Change(false);

        page.WaitForAssertion(() => Assert.Contains("units=230403,230404,230405", Address, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll(".tile").Count));
    }

    [Fact]
    public void The_numbers_shown_can_be_taken_out_as_files_and_their_address_copied()
    {
        var page = Open<ComparePage>("/?units=230404,230402&from=2023&to=2024");

        var files = page.FindAll(".files a").Select(link => link.GetAttribute("href"));

        const string query = "orgUnits=230404,230402&indicators=preschool.public_share&from=2023&to=2024&lang=zh";
        Assert.Equal([$"/export/comparison.xlsx?{query}", $"/export/comparison.csv?{query}&bom=true", $"/export/comparison.arrow?{query}"], files);
        var copied = page.Find(".files button").GetAttribute("data-copy")!;
        Assert.EndsWith($"://localhost/export/comparison.xlsx?{query}", page.Find($"#{copied}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_origin_of_a_value_opens_by_its_address()
    {
        var page = Open<ComparePage>("/?explain=230404~2024");

        var origin = page.Find("#origin").TextContent;

        Assert.Contains("530 ÷ 1842", origin, StringComparison.Ordinal);
        Assert.Contains("公办园在园幼儿数 ÷ 在园幼儿数 × 100 = 530", origin, StringComparison.Ordinal);
        Assert.Contains("preschool.children_public ÷ preschool.children × 100", origin, StringComparison.Ordinal);
        Assert.Contains("文件 children.xlsx 第 12 行", origin, StringComparison.Ordinal);
        Assert.Contains("自评报告", origin, StringComparison.Ordinal);
        Assert.Contains("2026-11-24 09:02", origin, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "学籍变动记录", "涉及 18 条", "另有 38 份上报", "31 个单位中最近有变动的 24 个")]
    [InlineData("en", "Enrolment events", "Lines that count here: 18", "and 38 more submissions", "the 24 of 31 units")]
    public void The_records_behind_a_value_are_named_with_how_many_lines_count(string language, string kind, string lines, string more, string searched)
    {
        var page = Open<ComparePage>("/?explain=230404~2024", language: language);

        var listed = page.FindAll("#origin .sources li");

        Assert.Contains(kind, listed[1].TextContent, StringComparison.Ordinal);
        Assert.Contains(lines, listed[1].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/units/230404", listed[1].QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(more, listed[2].TextContent, StringComparison.Ordinal);
        Assert.Contains(searched, page.Find("#origin").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_as_of_a_day_are_asked_for_as_of_its_end_and_said_to_be()
    {
        var page = Open<ComparePage>("/?asOf=2026-05-01");

        Assert.Equal("2026-05-01T16:00:00.0000000Z", Gateway.Asked.Last(query => query.Operation == "Compare").Variables["asOf"]);
        Assert.Contains("按 2026-05-01 的记录", page.Find(".as-of").TextContent, StringComparison.Ordinal);
        Assert.Contains("按 2026-05-01 的记录", page.Find(".trend .plot-layer svg").TextContent, StringComparison.Ordinal);
        Assert.Equal("/", page.Find(".as-of a").GetAttribute("href"));
        Assert.Contains("asOf=2026-05-01", page.Find(".trend .mark").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_not_over_shows_things_as_they_stand_and_says_so()
    {
        var page = Open<ComparePage>("/?asOf=2026-11-24&lang=en", language: "en");

        Assert.Null(Gateway.Asked.Last(query => query.Operation == "Compare").Variables["asOf"]);
        Assert.Contains("24 Nov 2026 is not over yet", page.Find(".as-of").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("As recorded on", page.Find(".trend .plot-layer svg").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Choosing_a_day_changes_the_address_and_asks_anew()
    {
        var page = Open<ComparePage>("/?from=2023");

        page.Find(".slicers input[name=asOf]").Change("2026-05-01");

        page.WaitForAssertion(() => Assert.EndsWith("/?from=2023&asOf=2026-05-01", Address, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(2, Gateway.Asked.Count(query => query.Operation == "Compare")));
    }

    [Fact]
    public void The_origin_of_a_value_is_as_of_the_same_day()
    {
        Open<ComparePage>("/?asOf=2026-05-01&explain=230404~2024");

        Assert.Equal("2026-05-01T16:00:00.0000000Z", Gateway.Asked.Last(query => query.Operation == "Origin").Variables["asOf"]);
    }

    [Fact]
    public void English_shows_English_names()
    {
        var page = Open<ComparePage>("/?lang=en", language: "en");

        Assert.Contains("Children in public kindergartens", page.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nanshan", page.Find(".tile.real").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gateway_that_does_not_answer_is_told_kindly()
    {
        Gateway.Broken = new GraphQLUnreachableException("down");

        var page = Open<ComparePage>("/");

        Assert.Contains("暂时取不到数据", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_question_says_why_in_the_readers_language()
    {
        Gateway.Instead = new GraphQLAnswer(null, [new GraphQLError("There is no org unit '999'.", "UNKNOWN_ORG_UNIT", null, "999")]);

        var page = Open<ComparePage>("/?units=999");

        Assert.Contains("没有代码为“999”的单位", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_that_does_not_exist_is_named() =>
        Assert.Contains("“no.such”", Open<ComparePage>("/?indicator=no.such").Find(".message").TextContent, StringComparison.Ordinal);
}

public sealed class EmptyComparePageTests : PageTests
{
    public EmptyComparePageTests() => Gateway = new SampleGateway { City = new SampleCity { Districts = 0 } };

    [Fact]
    public void A_city_without_units_tells_how_to_fill_it() =>
        Assert.Contains("--empty", Open<ComparePage>("/").Find(".message").TextContent, StringComparison.Ordinal);
}
