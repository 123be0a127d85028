using Bunit;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Live;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Live;

public sealed class LivePageTests : PageTests
{
    [Fact]
    public void A_change_moves_the_tile_and_stands_in_the_feed()
    {
        var page = OpenLive();

        Gateway.Push(SampleLive.DroppedOut(SampleLive.School, 1, 100, version: 2));
        Gateway.Push(SampleLive.DroppedOut(SampleLive.District, 4, 500, version: 2));

        page.WaitForAssertion(() => Assert.Equal("4", Dropped(page, SampleLive.District)));
        Assert.Contains("第一小学", page.Find(".live-feed li").TextContent, StringComparison.Ordinal);
        Assert.Contains("第一小学", page.Find("[aria-live=polite]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_connection_is_never_shown_as_live()
    {
        var page = OpenLive();

        Gateway.Break();

        page.WaitForAssertion(() => Assert.Equal("broken", page.Find(".live-status").GetAttribute("data-connection")));
        Assert.NotEmpty(page.FindAll(".live-board.stale"));
    }

    [Fact]
    public void Every_unit_of_the_city_is_followed_schools_included()
    {
        OpenLive();

        Assert.Equal([SampleLive.City, SampleLive.District, SampleLive.School], Gateway.Followed);
    }

    [Fact]
    public void Without_a_gateway_the_page_says_so()
    {
        Gateway.Broken = new GraphQLUnreachableException("down");

        Assert.NotEmpty(Open<LivePage>("/live").FindAll("[role=alert]"));
    }

    private IRenderedComponent<LivePage> OpenLive()
    {
        var page = Open<LivePage>("/live");
        page.WaitForAssertion(() => Assert.Equal("live", page.Find(".live-status").GetAttribute("data-connection")));
        return page;
    }

    private static string Dropped(IRenderedComponent<LivePage> page, string unit) =>
        page.Find($"[data-unit='{unit}'] [data-indicator='dropout.rate'] [data-count]").TextContent;
}
