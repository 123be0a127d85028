using Bunit;
using EduAnalytics.Dashboard.Standards.Overview;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Standards;

public sealed class StandardsPageTests : PageTests
{
    [Fact]
    public void Every_district_has_a_verdict_that_opens_the_page_of_its_year()
    {
        var rows = Open<StandardsPage>("/standards").FindAll("table.standings tbody tr");

        Assert.Equal($"/units/230404/standards/{SampleStandards.Code}?period=2024", rows[0].QuerySelector("td a")!.GetAttribute("href"));
        Assert.Contains("达标 5 · 未达标 3 · 无数据 1", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("无数据", rows[1].QuerySelector("td")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standard_says_what_it_asks_from_which_document_and_what_no_figure_tells()
    {
        var card = Open<StandardsPage>("/standards", language: "en").Find($"#{SampleStandards.Code}");

        Assert.Contains("教督〔2017〕6号", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Primary ≥ 4.5%", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("From a questionnaire.", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("the number", card.QuerySelector(".unconfirmed")!.GetAttribute("title"));
    }
}
