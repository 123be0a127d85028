using AngleSharp.Dom;
using Bunit;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Live;
using EduAnalytics.Dashboard.Report;
using EduAnalytics.Dashboard.Standards;
using EduAnalytics.Dashboard.Tests.Sample;
using EduAnalytics.Dashboard.Units;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Tests.PlotViews;

/// <summary>Whatever plot a page shows: its numbers can be read as a table, taken away as files, and asked for.</summary>
public sealed class TakeAwayTests : PageTests
{
    [Fact]
    public void The_plots_of_the_compare_page_have_files_table_and_query() => Holds(Open<ComparePage>("/"), plots: 2);

    [Fact]
    public void The_plots_of_a_units_page_have_files_table_and_query() =>
        Holds(Open<UnitPage>("/units/230404", page => page.Add(one => one.Id, "230404")), plots: 2);

    [Fact]
    public void The_plots_of_a_standards_page_have_files_table_and_query() => Holds(
        Open<CompliancePage>("/units/230404/standards/quality-balanced-2017", page => page.Add(one => one.Id, "230404").Add(one => one.Code, SampleStandards.Code)), plots: 1);

    [Fact]
    public void The_pulse_of_the_live_page_has_files_table_and_query()
    {
        var page = Open<LivePage>("/live");
        // Until the page is told what the hour is, it shows an hour in which nothing had come yet, and an empty table.
        page.WaitForElement(".live-pulse:not([data-arrived='0'])");
        Holds(page, plots: 1);
    }

    [Theory]
    [InlineData("/report", 10)]
    [InlineData("/report?at=230402&pick=230402-s01~2024~", 6)]
    public void The_visuals_of_a_report_have_files_table_and_query(string address, int plots) => Holds(Open<ReportPage>(address), plots);

    /// <param name="plots">So many at least.</param>
    private static void Holds<TPage>(IRenderedComponent<TPage> page, int plots)
        where TPage : IComponent
    {
        page.WaitForState(() => Pictures(page).Count >= plots && page.FindAll("[data-visual][aria-busy]").Count == 0);
        // A page that moves on while it is looked at may bring new ones in the place of those that were opened.
        page.WaitForAssertion(() =>
        {
            foreach (var closed in Tables(page).Where(one => one.Children.Length == 1))
                closed.TriggerEvent("ontoggle", EventArgs.Empty);
            Assert.DoesNotContain(Tables(page), one => one.Children.Length == 1);
        });

        var pictures = Pictures(page);
        Assert.InRange(pictures.Count, plots, 30);
        foreach (var picture in pictures)
        {
            var links = Near(picture, "details.links");
            var name = links.GetAttribute("data-take");
            var files = links.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!.Split('?')[0]).ToList();
            foreach (var format in new[] { "svg", "png" })
                Assert.Single(files, file => file.StartsWith("/plots/", StringComparison.Ordinal) && file.EndsWith("." + format, StringComparison.Ordinal));
            foreach (var format in new[] { "xlsx", "csv" })
                Assert.Contains(files, file => file.StartsWith("/export/", StringComparison.Ordinal) && file.EndsWith("." + format, StringComparison.Ordinal));
            Assert.Contains("query ", links.QuerySelector(".query pre")!.TextContent, StringComparison.Ordinal);
            Assert.True(Near(picture, "details.data-behind:not(.links) table").QuerySelectorAll("tbody tr").Length > 0, name);
        }

        Assert.Equal(page.FindAll("[data-take]").Count, page.FindAll("[data-take]").Select(links => links.GetAttribute("data-take")).Distinct().Count());
    }

    /// <summary>Without the small lines in tiles and tables, which have no words of their own: the table that they stand in is theirs.</summary>
    private static List<IElement> Pictures<TPage>(IRenderedComponent<TPage> page)
        where TPage : IComponent => [.. page.FindAll("svg[role=img]").Where(svg => svg.Closest(".tile-spark, .spark") is null)];

    /// <summary>Those that are written out when they are opened.</summary>
    private static List<IElement> Tables<TPage>(IRenderedComponent<TPage> page)
        where TPage : IComponent => [.. page.FindAll("details").Where(one => one.HasAttribute("blazor:ontoggle"))];

    /// <summary>In the innermost part of the page that holds both.</summary>
    private static IElement Near(IElement picture, string what)
    {
        for (var part = picture.ParentElement; part is not null; part = part.ParentElement)
            if (part.QuerySelector(what) is { } found)
                return found;
        throw new InvalidOperationException($"Beside '{picture.QuerySelector("title")?.TextContent}' there is no {what}.");
    }
}
