using Bunit;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Report;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.SavedViews;

public sealed class SavedViewTests : PageTests
{
    [Fact]
    public void A_view_saved_and_pinned_stands_on_the_home_page_with_its_address()
    {
        Save("向阳区 2023", pinned: true);

        var card = Open<ComparePage>("/").Find(".saved-views .pinned a");

        Assert.Equal(("向阳区 2023", "/report?pick=230402~2023~"), (card.TextContent, card.GetAttribute("href")));
    }

    [Fact]
    public void A_view_is_taken_down_and_deleted_from_the_list()
    {
        Save("向阳区 2023", pinned: true);
        var page = Open<ComparePage>("/");

        page.Find(".all-views button[aria-pressed]").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".pinned a")));
        page.FindAll(".all-views button")[^1].Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".saved-views")));
    }

    [Fact]
    public void Why_a_view_was_not_saved_is_said()
    {
        Gateway.Views.Refusal = "There are 200 views already; delete one first.";

        Assert.Contains("delete one first", Save("向阳区 2023", pinned: false), StringComparison.Ordinal);
    }

    private string Save(string name, bool pinned)
    {
        var page = Open<ReportPage>("/report?pick=230402~2023~");
        page.WaitForState(() => page.FindAll(".save-form").Count == 1);
        page.Find("input[name=view-name]").Change(name);
        page.Find("input[name=view-pinned]").Change(pinned);
        page.Find(".save-form").Submit();
        page.WaitForState(() => page.Find(".save-form [role=status]").TextContent.Length > 0);
        return page.Find(".save-form [role=status]").TextContent;
    }
}
