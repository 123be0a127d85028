using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Canvas;

/// <summary>Whatever is clicked in one visual, the others follow, and let go of it.</summary>
public sealed class PickTests(SampleSystem samples, Browser browser)
{
    /// <param name="visual">The one in which is picked.</param>
    /// <param name="series">What the mark's series begins with.</param>
    /// <param name="picked">What the address then says of the pick.</param>
    /// <param name="follower">A visual whose title follows.</param>
    [Theory]
    [InlineData("lines", "230402", @"pick=230402~\d{4}~", "focus")]
    [InlineData("ranking", "230402", "pick=230402~~", "focus")]
    [InlineData("focus", "230400", @"pick=230400~\d{4}~", "ranking")]
    [InlineData("matrix", "230402", @"pick=230402~~[a-z]+\.", "focus")]
    [InlineData("strip", "230402-s", "pick=230402-s[^~]+~~", "focus")]
    [InlineData("funnel", "230402", "pick=230402~~", "stages")]
    [InlineData("slope", "230402", "pick=230402~~", "focus")]
    [InlineData("multiples", "230402", @"pick=230402~\d{4}~", "ranking")]
    [InlineData("waterfall", "230402", "pick=230402~~", "focus")]
    [InlineData("tree", "230402", "pick=230402~~", "focus")]
    public async Task A_mark_picked_in_one_visual_is_followed_by_another_and_let_go_by_a_second_click(string visual, string series, string picked, string follower)
    {
        var canvas = await CanvasPage.Open(browser, samples, CanvasPage.Fitness);
        var mark = canvas.Visual(visual).Locator($".mark[data-series^='{series}']").First;
        var (unit, period) = (await mark.GetAttributeAsync("data-series"), await mark.GetAttributeAsync("data-period"));
        var same = canvas.Visual(visual).Locator($".mark[data-series='{unit}'][data-period='{period}']");
        var before = await canvas.Heading(follower).InnerTextAsync();

        await Click(mark);

        await Assertions.Expect(canvas.Page).ToHaveURLAsync(new Regex(picked));
        await Assertions.Expect(same).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(canvas.Heading(follower)).Not.ToHaveTextAsync(before);
        await Assertions.Expect(canvas.Page.Locator(".pick-bar [data-clear-pick]")).ToBeVisibleAsync();
        await canvas.IsDrawn();

        await Click(same);

        await Assertions.Expect(canvas.Page).Not.ToHaveURLAsync(new Regex("pick="));
        await Assertions.Expect(canvas.Heading(follower)).ToHaveTextAsync(before);
        await Assertions.Expect(canvas.Page.Locator("[data-visual]:not([data-visual=stages]) .mark[aria-current=true]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_stages_line_makes_it_the_stage_of_the_whole_report_and_the_same_again_of_all_stages()
    {
        var canvas = await CanvasPage.Open(browser, samples, "/report?indicator=fitness.excellent_good_rate&lang=zh");
        var stage = canvas.Page.Locator("select[name=stage]");
        var mark = canvas.Mark("stages", "Junior");

        await Click(mark);

        await Assertions.Expect(canvas.Page).ToHaveURLAsync(new Regex("stage=JUNIOR"));
        await Assertions.Expect(stage).ToHaveValueAsync("JUNIOR");
        await Assertions.Expect(canvas.Visual("funnel").Locator("svg")).ToContainTextAsync("初中");
        await canvas.IsDrawn();
        await Click(canvas.Mark("stages", "Junior"));
        await Assertions.Expect(stage).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_picked_school_brings_its_district_to_the_front_of_the_districts_and_its_students_by_grade()
    {
        var canvas = await CanvasPage.Open(browser, samples, CanvasPage.Fitness);

        await Click(canvas.Visual("strip").Locator(".mark[data-series^='230402-s']").First);

        await Assertions.Expect(canvas.Page).ToHaveURLAsync(new Regex("pick=230402-s"));
        await Assertions.Expect(canvas.Visual("grades")).ToBeVisibleAsync();
        // The tree opens the school's own district, whichever is the largest.
        await Assertions.Expect(canvas.Visual("tree").Locator(".mark[data-series^='230402-s']").First).ToBeAttachedAsync();
    }

    /// <summary>In the middle of a mark another may lie: it is clicked as by its own name, like by keyboard.</summary>
    private static async Task Click(ILocator mark)
    {
        await mark.FocusAsync();
        await mark.PressAsync("Enter");
    }
}
