using System.Text;
using EduAnalytics.EndToEnd.Tests.Accessibility;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>The import page in a browser: what a clerk sees of a good file and of a bad one.</summary>
public sealed class ImportPageTests(SampleSystem samples, Browser browser) : IDisposable
{
    private const string Faulty = "学校,学生,变动类型,变动日期,年级\n逸夫小学,clerk-1,入学,2024-09-02,3\n逸夫小学,clerk-2,入学,04/09/2024,3\n合计,,,,\n";

    private static readonly string screens = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;
    private readonly string data = Directory.CreateTempSubdirectory("edu-page-").FullName;

    [Theory]
    [InlineData("zh", 1440)]
    [InlineData("zh", 390)]
    [InlineData("en", 1440)]
    [InlineData("en", 390)]
    public async Task A_file_with_a_problem_is_shown_with_its_place_and_breaks_no_rule_of_accessibility(string language, int width)
    {
        var page = await Open(samples.System, language, width);
        await Choose(page, Faulty);

        var problems = page.Locator("section[aria-labelledby=problems-heading]");
        await Assertions.Expect(problems.GetByText("04/09/2024", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("button.primary")).Not.ToBeVisibleAsync();
        await PageCheck.IsClean(page, $"import-{language}-{width}");
    }

    [Fact]
    public async Task A_good_file_is_stored_on_confirmation_and_a_second_time_changes_nothing()
    {
        await using var system = await RunningSystem.Start(Path.Combine(data, "journal"), "--empty");
        using var units = new StringContent(
            """
            {"code":"c","name":"市","level":"CITY","synthetic":true}
            {"code":"c-d","name":"区","level":"DISTRICT","parent":"c","synthetic":true}
            {"code":"c-d-s","name":"逸夫小学","level":"SCHOOL","parent":"c-d","stages":["PRIMARY"],"synthetic":true}
            """,
            Encoding.UTF8,
            "application/x-ndjson");
        (await system.Http.PostAsync("/ingest/org-units?submission=units", units, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var page = await Open(system, "zh", 1440);

        await Choose(page, Faulty.Replace("04/09/2024", "2024-09-03", StringComparison.Ordinal));
        await page.Locator("button.primary").ClickAsync();

        await Assertions.Expect(page.GetByText("已处理 2/2 条：写入 2，此前已有 0，退回 0。")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(screens, "import-done-zh-1440.png"), FullPage = true });
        await Choose(page, Faulty.Replace("04/09/2024", "2024-09-03", StringComparison.Ordinal));
        await page.Locator("button.primary").ClickAsync();
        await Assertions.Expect(page.GetByText("写入 0，此前已有 2，退回 0。")).ToBeVisibleAsync();
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private async Task<IPage> Open(RunningSystem system, string language, int width)
    {
        var page = await browser.Open(new Uri(system.Address, $"/import?lang={language}"), width);
        await page.Locator("input[type=file]:not([disabled])").First.WaitForAsync();
        return page;
    }

    private static Task Choose(IPage page, string content) => page.Locator("input[type=file]").First.SetInputFilesAsync(
        new FilePayload { Name = "roll.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
}
