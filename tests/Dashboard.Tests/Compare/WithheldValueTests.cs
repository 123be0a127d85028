using Bunit;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Compare;

/// <summary>A district whose counts are too small to show to this reader.</summary>
public sealed class WithheldValueTests : PageTests
{
    public WithheldValueTests() => Gateway = new SampleGateway { City = new SampleCity { Withheld = ("230405", "SMALL_COUNT") } };

    [Fact]
    public void A_withheld_value_is_a_dash_whose_reason_is_a_tip_and_is_read_out()
    {
        var page = Open<ComparePage>("/");

        var cells = page.FindAll(".data-behind .withheld");
        Assert.Equal(6, cells.Count);
        Assert.All(cells, cell => Assert.Equal("人数过少，不予显示", cell.GetAttribute("title")));
        Assert.All(cells, cell => Assert.Equal("人数过少，不予显示", cell.QuerySelector(".visually-hidden")!.TextContent));
        Assert.All(cells, cell => Assert.Equal("—", cell.QuerySelector("[aria-hidden=true]")!.TextContent));
    }

    [Theory]
    [InlineData("zh", "人数过少，不予显示")]
    [InlineData("en", "too few students to show")]
    public void Tile_and_ranking_say_why_in_the_readers_language_and_draw_nothing(string language, string reason)
    {
        var page = Open<ComparePage>("/", language: language);

        Assert.Contains(reason, page.FindAll(".tile").Single(tile => tile.InnerHtml.Contains("230405", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains(reason, page.Find(".ranking").InnerHtml, StringComparison.Ordinal);
        Assert.Contains(reason, page.Find(".trend").InnerHtml, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".tile").Single(tile => tile.InnerHtml.Contains("230405", StringComparison.Ordinal)).QuerySelectorAll(".status"));
        Assert.DoesNotContain(page.FindAll(".trend .mark"), mark => mark.GetAttribute("href")!.Contains("230405", StringComparison.Ordinal));
    }
}

/// <summary>A reader whose role is bound at one district.</summary>
public sealed class OneDistrictTests : PageTests
{
    public OneDistrictTests() => Gateway = new SampleGateway { City = new SampleCity { Reach = "230404" } };

    [Fact]
    public void Only_the_districts_in_reach_are_offered_and_asked_for()
    {
        var page = Open<ComparePage>("/");

        Assert.Single(page.FindAll(".tile"));
        var asked = Gateway.Asked.Single(query => query.Operation == "Compare");
        Assert.Equal(["230404"], (IReadOnlyList<string>)asked.Variables["units"]!);
    }
}

/// <summary>A reader whose role is bound at a school.</summary>
public sealed class NoDistrictTests : PageTests
{
    public NoDistrictTests() => Gateway = new SampleGateway { City = new SampleCity { Reach = "230404-yifu-primary" } };

    [Fact]
    public void The_page_leads_to_where_the_readers_reach_begins()
    {
        var page = Open<ComparePage>("/");

        Assert.Contains("没有可供您比较的区县", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("select[name=indicator]"));
        Assert.Equal("/units/230404-yifu-primary", page.Find(".message a.primary").GetAttribute("href"));
    }
}

/// <summary>A reader who names a unit that is not for it.</summary>
public sealed class RefusedReaderTests : PageTests
{
    [Fact]
    public void A_refusal_is_told_in_the_readers_language()
    {
        Gateway.Instead = new GraphQLAnswer(null, [new GraphQLError("The figures of 230402 are not for you.", "FORBIDDEN", null, "230402")]);

        var page = Open<ComparePage>("/");

        Assert.Contains("您的角色无权查看 230402 的数据", page.Find(".trouble").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("重试", page.Find(".trouble").TextContent, StringComparison.Ordinal);
    }
}
