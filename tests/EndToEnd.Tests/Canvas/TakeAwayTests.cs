using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Canvas;

/// <summary>What leads out of each visual of each page: files, table, query.</summary>
public sealed class TakeAwayTests(SampleSystem samples, Browser browser)
{
    /// <summary>What a file is by its type, and what it begins with.</summary>
    private static readonly Dictionary<string, (string Type, byte[] Head)> kinds = new()
    {
        ["svg"] = ("image/svg+xml", "<?xml"u8.ToArray()),
        ["png"] = ("image/png", [0x89, .. "PNG"u8]),
        ["csv"] = ("text/csv", [0xEF, 0xBB, 0xBF]),
        ["xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"u8.ToArray()),
    };

    [Theory]
    [InlineData(CanvasPage.Fitness, "tiles lines ranking focus stages matrix strip funnel slope multiples waterfall tree")]
    [InlineData("/report?at=230402-s01&indicator=fitness.excellent_good_rate&lang=zh", "tiles lines grades focus matrix")]
    [InlineData("/?indicator=fitness.excellent_good_rate&lang=zh", "comparison ranking")]
    [InlineData("/units/230402?indicator=fitness.excellent_good_rate&lang=zh", "course ranking funnel unit")]
    [InlineData("/units/230402/standards/quality-balanced-2017?lang=zh", "variation-primary variation-junior compliance")]
    [InlineData("/findings?lang=zh", "findings")]
    [InlineData("/live?lang=zh", "pulse")]
    public async Task Everything_on_a_page_comes_as_files_of_the_right_kind_and_its_query_is_answered(string address, string expected)
    {
        // As it comes without scripts, so with all that a reader would have to open first.
        var page = await browser.OpenWithoutScripts(new Uri(samples.System.Address, address));
        var taken = page.Locator("[data-take]");

        Assert.Equal(expected.Split(' '), (await taken.EvaluateAllAsync<string[]>("all => all.map((one) => one.dataset.take)")).Intersect(expected.Split(' ')));
        foreach (var link in await page.Locator("[data-take] a[download]").EvaluateAllAsync<string[]>("all => all.map((one) => one.getAttribute('href'))"))
            await IsWhatItsEndSays(link);
        foreach (var query in await page.Locator("[data-take] pre").AllTextContentsAsync())
            await IsAnswered(query);
    }

    [Fact]
    public async Task The_query_is_copied_as_it_stands_and_is_answered()
    {
        var canvas = await CanvasPage.Open(browser, samples, CanvasPage.Fitness);
        await canvas.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var ranking = canvas.Visual("ranking");
        await ranking.Locator("details.links > summary").ClickAsync();
        await ranking.Locator("details.query > summary").ClickAsync();

        await ranking.Locator("[data-copy]").ClickAsync();

        var query = await ranking.Locator("pre").TextContentAsync();
        await Assertions.Expect(ranking.Locator("[data-copy]")).ToContainTextAsync("已复制");
        Assert.Equal(query, await canvas.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await IsAnswered(query!);
    }

    private async Task IsWhatItsEndSays(string address)
    {
        var (type, head) = kinds[Regex.Match(address, @"^[^?]+\.([a-z]+)").Groups[1].Value];
        using var answer = await samples.System.Http.GetAsync(address, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode, $"{address}: {System.Text.Encoding.UTF8.GetString(body)}");
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(head, body[..head.Length]);
        // Of a table the head alone would be no file of numbers; what came in within the hour may be nothing.
        if (type == "text/csv" && !address.Contains("/activity.", StringComparison.Ordinal))
            Assert.True(body.Count(one => one == '\n') > 1, address);
    }

    private async Task IsAnswered(string shown)
    {
        var lines = shown.Split('\n').ToList();
        var document = string.Join('\n', lines.TakeWhile(line => !line.StartsWith('#')));
        var variables = string.Join('\n', lines.Skip(document.Split('\n').Length + 1).Select(line => line.TrimStart('#')));
        var answer = await samples.System.Answer(document, JsonDocument.Parse(variables).RootElement);

        Assert.False(answer.TryGetProperty("errors", out var errors), $"{shown}\n{errors}");
    }
}
