using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Canvas;

/// <summary>What a reader chooses around the visuals: slicers, tips, an earlier day, language, theme, paper.</summary>
public sealed class ReaderTests(SampleSystem samples, Browser browser)
{
    [Fact]
    public async Task Years_stage_and_units_are_chosen_by_slicers_and_every_visual_follows()
    {
        var canvas = await CanvasPage.Open(browser, samples, "/report?indicator=fitness.excellent_good_rate&lang=zh");
        var page = canvas.Page;

        await page.Locator("select[name=to]").SelectOptionAsync("2022");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("to=2022"));
        await Assertions.Expect(canvas.Heading("ranking")).ToContainTextAsync("2022");

        await page.Locator("select[name=stage]").SelectOptionAsync("JUNIOR");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("stage=JUNIOR"));
        await Assertions.Expect(canvas.Visual("strip").Locator("svg")).ToContainTextAsync("初中");

        await page.Locator("details.picker:has(#units-label), .slicer:has(#units-label) details").First.Locator("summary").ClickAsync();
        await page.Locator("input[name=units][value='230405']").UncheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("units="));
        await Assertions.Expect(canvas.Visual("ranking").Locator(".mark[data-series='230405']")).ToHaveCountAsync(0);
        await Assertions.Expect(canvas.Visual("multiples").Locator(".mark[data-series='230405']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_pointer_on_a_mark_or_on_a_tiles_number_tells_value_counts_basis_and_source()
    {
        var canvas = await CanvasPage.Open(browser, samples, CanvasPage.Fitness);
        var mark = canvas.Mark("funnel", "230402");

        await mark.HoverAsync(new() { Force = true });

        // Where marks lie close the nearest to the pointer has the tip.
        var tip = canvas.Visual("funnel").Locator(".tip:visible");
        await Assertions.Expect(tip).ToContainTextAsync("系统计算");
        await Assertions.Expect(tip).ToContainTextAsync("÷");
        await Assertions.Expect(tip).ToContainTextAsync("出处");
        var figure = canvas.Visual("tiles").Locator(".has-tip").First;
        await figure.HoverAsync();
        await Assertions.Expect(figure.Locator(".tip")).ToBeVisibleAsync();
        await Assertions.Expect(figure.Locator(".tip")).ToContainTextAsync("出处");
        await canvas.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(figure.Locator(".tip")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_finger_that_stays_on_a_mark_shows_its_tip_and_picks_nothing()
    {
        var canvas = await CanvasPage.Open(browser, samples, CanvasPage.Fitness);
        var mark = canvas.Mark("ranking", "230402");
        await mark.ScrollIntoViewIfNeededAsync();
        var box = (await mark.BoundingBoxAsync())!;
        var at = new { bubbles = true, pointerType = "touch", clientX = (double)(box.X + (box.Width / 2)), clientY = (double)(box.Y + (box.Height / 2)) };

        await mark.DispatchEventAsync("pointerdown", at);
        await Assertions.Expect(mark.Locator(".tip")).ToBeVisibleAsync();
        await mark.DispatchEventAsync("pointerup", at);
        await mark.DispatchEventAsync("click", new { bubbles = true, cancelable = true });

        await Assertions.Expect(mark.Locator(".tip")).ToContainTextAsync("出处");
        await Assertions.Expect(canvas.Page).Not.ToHaveURLAsync(new Regex("pick="));
        await canvas.Mark("funnel", "230402").DispatchEventAsync("pointerdown", at);
        await Assertions.Expect(mark.Locator(".tip")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_number_laid_open_is_shown_as_recorded_on_a_day_that_the_reader_chooses()
    {
        var canvas = await CanvasPage.Open(browser, samples, "/report?lang=zh&indicator=preschool.public_share&explain=230404~2024");
        var day = canvas.Page.Locator("#origin input[name=asOf], .origin-moment input[name=asOf]").First;

        await day.FillAsync("2020-01-01");
        await day.DispatchEventAsync("change");

        await Assertions.Expect(canvas.Page).ToHaveURLAsync(new Regex("asOf=2020-01-01"));
        await Assertions.Expect(canvas.Page.Locator("#origin")).ToContainTextAsync("2020");
    }

    [Fact]
    public async Task Language_and_theme_change_and_the_report_stays_what_it_was()
    {
        var canvas = await CanvasPage.Open(browser, samples, CanvasPage.Fitness + "&pick=230402~~");
        var page = canvas.Page;

        await page.Locator(".switches a[hreflang^=en]").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", new Regex("^en"));
        await Assertions.Expect(page.Locator(".pick-bar")).ToContainTextAsync("Xiangyang");
        await page.Locator(".switches .segments a").Last.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("theme=dark"));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("pick=230402~~"));
        // The address is there before the style sheets are.
        await Assertions.Expect(page.Locator("html")).ToHaveCSSAsync("color-scheme", "dark");
    }

    [Fact]
    public async Task Print_asks_the_browser_and_paper_has_the_filters_in_words_and_no_controls()
    {
        var canvas = await CanvasPage.Open(browser, samples, CanvasPage.Fitness);
        await canvas.Page.EvaluateAsync("() => { window.print = () => { document.body.dataset.printed = 'yes'; }; }");

        await canvas.Page.Locator("[data-print]").ClickAsync();

        await Assertions.Expect(canvas.Page.Locator("body[data-printed=yes]")).ToHaveCountAsync(1);
        await canvas.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(canvas.Page.Locator(".report-facts")).ToContainTextAsync("小学");
        await Assertions.Expect(canvas.Page.Locator("form.slicers")).ToBeHiddenAsync();
        await Assertions.Expect(canvas.Page.Locator("details.links").First).ToBeHiddenAsync();
    }
}
