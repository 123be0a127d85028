using Bunit;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Live;
using EduAnalytics.Dashboard.Live.Rooms;
using EduAnalytics.Dashboard.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Dashboard.Tests.Live;

public sealed class LivePageTests : PageTests
{
    /// <summary>How long a busy machine may take for what takes a moment.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_change_moves_the_tile()
    {
        var page = OpenLive();

        Gateway.Push(SampleLive.DroppedOut(SampleLive.District, 4, 500, version: 2));

        await Until(page, () => Dropped(page, SampleLive.District) == "4");
    }

    [Fact]
    public async Task A_stage_over_its_cap_turns_the_tile_to_an_alert_that_names_stage_year_and_target()
    {
        var page = OpenLive();
        Assert.Empty(page.FindAll(".live-tile.alert"));

        Gateway.Push(SampleLive.JuniorDroppedOut(SampleLive.District, 10, 200, version: 2));

        await Until(page, () => page.FindAll($".live-tile.alert[data-unit='{SampleLive.District}']").Count == 1);
        var miss = page.Find($"[data-unit='{SampleLive.District}'] [data-indicator='dropout.rate'] .matter-miss");
        Assert.Equal("初中 5.00%，目标 ≤ 1.8%（2026年）", miss.TextContent.Trim());
        Assert.Equal($"/units/{SampleLive.District}?indicator=dropout.rate&period=2026&stage=JUNIOR#origin", miss.GetAttribute("href"));
    }

    [Fact]
    public void A_tiles_parts_lead_to_where_the_value_comes_from()
    {
        var page = OpenLive();

        Assert.All(
            page.FindAll($"[data-unit='{SampleLive.District}'] [data-indicator='dropout.rate'] .matter-parts a"),
            part => Assert.Equal($"/units/{SampleLive.District}?indicator=dropout.rate&period=2026#origin", part.GetAttribute("href")));
    }

    [Fact]
    public void A_broken_connection_is_never_shown_as_live_and_says_as_of_when_it_held()
    {
        var page = OpenLive();

        Gateway.Break();

        page.WaitForAssertion(() => Assert.Equal("broken", Connection(page)), Patience);
        Assert.NotEmpty(page.FindAll(".live-board.stale"));
        Assert.Equal("数据截至 09:00:00", page.Find(".live-age").TextContent);
    }

    [Fact]
    public void An_ended_right_says_so_and_where_to_sign_in_and_is_not_tried_again()
    {
        var page = OpenLive();

        Gateway.EndRight();

        page.WaitForAssertion(() => Assert.Equal("ended", Connection(page)), Patience);
        Assert.Contains("登录已失效", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in?to=%2Flive", page.Find("[role=alert] a.primary").GetAttribute("href"), StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Gateway.Subscriptions);
    }

    [Fact]
    public async Task All_who_watch_the_same_share_one_subscription_which_ends_with_the_last()
    {
        var pages = new[] { OpenLive(), OpenLive(), OpenLive() };

        Assert.Equal(1, Gateway.Subscriptions);
        Assert.Equal(1, Rooms.Count);
        Gateway.Push(SampleLive.DroppedOut(SampleLive.District, 4, 500, version: 2));
        foreach (var page in pages)
            await Until(page, () => Dropped(page, SampleLive.District) == "4");
        await DisposeComponentsAsync();
        Assert.Equal(0, Rooms.Count);
    }

    [Fact]
    public void Readers_who_signed_in_differently_share_nothing()
    {
        using var one = Rooms.Enter(new StandingReader("one", Gateway), SampleLive.City, _ => Task.CompletedTask);
        using var other = Rooms.Enter(new StandingReader("other", Gateway), SampleLive.City, _ => Task.CompletedTask);

        Assert.Equal(2, Rooms.Count);
    }

    [Fact]
    public void A_reader_of_one_school_has_a_tile_of_it()
    {
        var page = OpenLive($"/live?unit={SampleLive.School}");

        Assert.Equal([SampleLive.School], page.FindAll("[data-unit].tile").Select(tile => tile.GetAttribute("data-unit")));
        Assert.Equal([SampleLive.School], Gateway.Followed);
    }

    [Fact]
    public void Todays_submissions_stand_by_kind_and_the_pulse_tells_how_many_came()
    {
        var page = OpenLive();

        Assert.Equal("2", page.Find("[data-kind=enrolment] [data-submissions]").TextContent);
        Assert.Contains("仅本单位可见", page.Find("[data-kind=enrolment]").TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.Find(".live-pulse").GetAttribute("data-arrived"));
        Assert.Contains("2 份上报", page.Find(".live-pulse figcaption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_gateway_the_page_says_so()
    {
        Gateway.Broken = new GraphQLUnreachableException("down");

        Assert.NotEmpty(Open<LivePage>("/live").FindAll("[role=alert]"));
    }

    private LiveRooms Rooms => Services.GetRequiredService<LiveRooms>();

    private IRenderedComponent<LivePage> OpenLive(string address = "/live")
    {
        var page = Open<LivePage>(address);
        page.WaitForAssertion(() => Assert.Equal("live", Connection(page)), Patience);
        return page;
    }

    /// <summary>Scenes are a quarter of a second apart: time goes on until the page is as asserted.</summary>
    private async Task Until(IRenderedComponent<LivePage> page, Func<bool> isSo)
    {
        while (!await page.InvokeAsync(isSo))
        {
            Xunit.TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }
    }

    private static string? Connection(IRenderedComponent<LivePage> page) => page.Find(".live-status").GetAttribute("data-connection");

    private static string Dropped(IRenderedComponent<LivePage> page, string unit) =>
        page.Find($"[data-unit='{unit}'] [data-indicator='dropout.rate'] [data-count]").TextContent;
}
