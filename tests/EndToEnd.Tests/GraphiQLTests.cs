using EduAnalytics.EndToEnd.Tests.Documents;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>The query page as an analyst meets it.</summary>
public sealed class GraphiQLTests(SampleSystem samples, Browser browser)
{
    private static readonly string screens = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;

    [Fact]
    public async Task The_page_opens_with_the_questions_of_the_analysts_page_and_each_runs_as_it_stands()
    {
        var page = await browser.Open(new Uri(samples.System.Address, "/graphql"));
        var examples = page.Locator(".examples li button");
        await examples.First.WaitForAsync();

        await Assertions.Expect(page).ToHaveTitleAsync("GraphQL 查询 · EduAnalytics");
        await Assertions.Expect(examples).ToHaveCountAsync(ShownQuery.In("docs/analysts.md").Count);

        // The page opens its first tab a moment after its examples are there, and over one that was opened meanwhile.
        await Assertions.Expect(page.Locator(".graphiql-query-editor")).ToContainTextAsync("PublicKindergartens");
        await examples.Filter(new() { HasText = "教师平均工资" }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-query-editor")).ToContainTextAsync("TeachersPay");
        await page.Locator(".graphiql-execute-button").ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-response")).ToContainTextAsync("1.113");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(screens, "graphiql-zh-1440.png") });
    }

    [Fact]
    public async Task The_documentation_lists_the_types_of_the_schema()
    {
        var page = await browser.Open(new Uri(samples.System.Address, "/graphql?lang=en"));
        await page.Locator(".examples").WaitForAsync();

        await page.GetByLabel("Show Documentation Explorer").ClickAsync();

        await Assertions.Expect(page.GetByText("IndicatorValue", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("GraphQL · EduAnalytics");
    }

    [Fact]
    public async Task Headers_are_sent_come_along_to_an_example_and_outlive_the_page()
    {
        var page = await browser.Open(new Uri(samples.System.Address, "/graphql"));
        var examples = page.Locator(".examples li button");
        await examples.First.WaitForAsync();
        await page.Locator(".graphiql-editor-tool .view-lines:visible").First.ClickAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.InsertTextAsync("""{ "Asked-By": "an analyst" }""");
        // The editor has closed the bracket by itself as well.
        await page.Keyboard.PressAsync("Delete");

        await examples.Nth(1).ClickAsync();
        Assert.Equal("an analyst", await SentWith(page));
        await page.WaitForFunctionAsync("() => localStorage.getItem('graphiql:tabState')?.includes('FitnessAmongDistricts')");
        await page.ReloadAsync();
        await examples.First.WaitForAsync();
        Assert.Equal("an analyst", await SentWith(page));
    }

    /// <summary>The header that a run of the open tab goes out with.</summary>
    private static async Task<string?> SentWith(IPage page)
    {
        await page.Locator(".graphiql-query-editor .view-line").First.WaitForAsync();
        var request = await page.RunAndWaitForRequestAsync(
            () => page.Locator(".graphiql-execute-button").ClickAsync(),
            request => request.Method == "POST" && request.PostData?.Contains("FitnessAmongDistricts", StringComparison.Ordinal) == true);
        return await request.HeaderValueAsync("asked-by");
    }
}
