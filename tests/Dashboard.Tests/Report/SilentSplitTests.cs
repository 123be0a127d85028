using Bunit;
using EduAnalytics.Dashboard.Report;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Report;

/// <summary>The tree, parted by what a district does not tell at the moment.</summary>
public sealed class SilentSplitTests : PageTests
{
    public SilentSplitTests() => Gateway = new SampleGateway { City = new SampleCity { Silent = "230402" } };

    [Fact]
    public void There_are_no_branches_that_would_not_add_up_and_the_tree_says_to_ask_again()
    {
        var page = Open<ReportPage>("/report?split=unit,grade,sex");

        page.WaitForState(() => page.FindAll("[data-visual=tree]").Any(tree => tree.TextContent.Contains("未能读出", StringComparison.Ordinal)));

        Assert.Empty(page.FindAll("[data-visual=tree] .mark[data-series^='students-']"));
    }
}
