using AngleSharp.Dom;
using Bunit;
using EduAnalytics.Dashboard.Report;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Standards;
using EduAnalytics.Dashboard.Standards.Overview;
using EduAnalytics.Dashboard.Tests.Sample;
using EduAnalytics.Dashboard.Units;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Tests.Figures;

/// <summary>A district does not answer: every page that lacks its numbers says so by its name, and none takes them for missing data.</summary>
public sealed class SilentNoteTests : PageTests
{
    private const string Silent = "230402";

    public SilentNoteTests() => Gateway = new SampleGateway { City = new SampleCity { Silent = Silent } };

    [Theory]
    [InlineData("zh", "目前没有应答，因此未计入：向阳区", "没有应答")]
    [InlineData("en", "Not answering just now, so not counted: Xiangyang", "Not answering")]
    public void Districts_and_standards(string language, string note, string instead)
    {
        var page = Open<StandardsPage>("/standards", language: language);

        Assert.Equal(note, Note(page));
        var row = page.FindAll("table.standings tbody tr")[1];
        Assert.Equal(instead, row.QuerySelector("td")!.TextContent);
        Assert.Empty(row.QuerySelectorAll(".standing"));
    }

    [Fact]
    public void A_standard_of_a_city_which_counts_the_others()
    {
        var page = Open<CompliancePage>(
            $"/units/230400/standards/{SampleStandards.Code}", page => page.Add(one => one.Id, "230400").Add(one => one.Code, SampleStandards.Code));

        Assert.Equal("目前没有应答，因此未计入：向阳区", Note(page));
        Assert.Contains("1 个区县中 0 个达到、1 个未达到本标准", page.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Equal("没有应答", page.FindAll("table.districts tbody tr")[1].QuerySelector("td")!.TextContent);
    }

    [Fact]
    public void A_units_misses_and_its_standards()
    {
        var page = Open<UnitPage>("/units/230404", page => page.Add(unit => unit.Id, "230404"));

        Assert.Equal("目前没有应答，因此未计入：向阳区", Note(page.Find("section.misses")));
        Assert.Equal("目前没有应答，因此未计入：向阳区", Note(page.Find("section[aria-labelledby=standards-heading]")));
    }

    [Fact]
    public void The_spread_of_schools_district_by_district()
    {
        var page = Open<ReportPage>("/report");

        page.WaitForState(() => page.FindAll("[data-visual=strip] .silent").Count == 1);

        Assert.Equal("目前没有应答，因此未计入：向阳区", Note(page.Find("[data-visual=strip]")));
    }

    [Fact]
    public void A_count_by_grade_and_sex()
    {
        var page = Open<ReportPage>("/report?split=unit,grade,sex");

        page.WaitForState(() => page.FindAll("[data-visual=tree] .silent").Count == 1);

        Assert.Equal("目前没有应答，因此未计入：向阳区", Note(page.Find("[data-visual=tree]")));
    }

    [Fact]
    public async Task The_circuit_that_takes_over_a_page_knows_who_is_missing()
    {
        var read = await new StandardsReader(Gateway, Time).Read(Xunit.TestContext.Current.CancellationToken);

        Assert.Equal([Silent], Handover.Unpack<StandardsAnswer>(Handover.Pack(read))!.Silent);
    }

    private static string Note<T>(IRenderedComponent<T> page)
        where T : IComponent => page.Find(".silent").TextContent;

    private static string Note(IElement section) => section.QuerySelector(".silent")!.TextContent;
}
