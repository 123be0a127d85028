using System.Text;
using EduAnalytics.EndToEnd.Tests;
using Microsoft.Playwright;

namespace EduAnalytics.Cluster.Tests;

/// <summary>A dashboard that is a process of its own, and may ask either of two gateways.</summary>
[Collection(SharedClusterTests.Name)]
public sealed class DashboardTests(SharedCluster shared, Browser browser)
{
    [Fact]
    public async Task A_file_is_imported_through_the_dashboard_by_who_signed_in_there()
    {
        using var gateway = new GatewayClient(shared.Cluster.Gateways[1], shared.Token);
        var city = new SmallCity(gateway, "filed");
        await city.Furnish();
        var page = await browser.Open(new Uri(shared.Cluster.Dashboard, "/import?lang=zh"));
        await page.FillAsync("#token", shared.Token);
        await page.Locator("#token").PressAsync("Enter");
        await page.Locator("input[type=file]:not([disabled])").First.WaitForAsync();
        var file = $"学校,学生,变动类型,变动日期,年级\n{city.School},clerk-1,入学,{SmallCity.Year}-01-02,7\n{city.School},clerk-2,入学,{SmallCity.Year}-01-03,7\n";
        await page.Locator("input[type=file]").First.SetInputFilesAsync(
            new FilePayload { Name = "roll.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });

        await page.Locator("button.primary").ClickAsync();

        await Assertions.Expect(page.GetByText("已处理 2/2 条：写入 2，此前已有 0，退回 0。")).ToBeVisibleAsync();
        Assert.Equal(2, await SmallCity.Enrolled(gateway, city.School));
    }

    [Fact]
    public async Task While_one_gateway_is_away_readers_and_senders_are_answered_by_the_other()
    {
        using var dashboard = new GatewayClient(shared.Cluster.Dashboard, shared.Token);
        using var gateway = new GatewayClient(shared.Cluster.Gateways[0], shared.Token);
        var city = new SmallCity(gateway, "kept");
        await city.Furnish();
        await city.Enrol(city.School, "kept-enrolled", "k-1");
        var (answers, pages, sent) = (new List<int?>(), new List<string>(), 0);
        var other = new SmallCity(gateway, "sent");
        await other.Furnish();

        foreach (var name in new[] { "gateway1", "gateway2" })
        {
            var back = shared.Cluster.Kill(name);
            while (!back.IsCompleted)
            {
                // Questions and submissions are passed on to a gateway, a page asks it for what it shows.
                answers.Add(SmallCity.CountIn(await dashboard.AnswerByGet(SmallCity.AskCount, new { id = city.School, period = SmallCity.Year })));
                answers.Add(await SmallCity.Enrolled(dashboard, city.School));
                await SmallCity.Enrol(dashboard, other.School, $"sent-{++sent}", $"s-{sent}");
                pages.Add(await dashboard.Page($"/units/{city.District}?lang=en"));
            }
            await back;
        }

        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.Equal(1, answer));
        Assert.Equal(sent, await SmallCity.Enrolled(gateway, other.School));
        Assert.All(pages, page => Assert.Contains("East", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_gateways_and_a_silo_are_restarted_one_after_the_other_nobody_at_the_dashboard_gets_an_error_but_a_retryable_one()
    {
        using var dashboard = new GatewayClient(shared.Cluster.Dashboard, shared.Token);
        var city = new SmallCity(dashboard, "rolled", schools: 2);
        await city.Furnish();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Sender[] senders = [.. city.Schools.Select(school => new Sender(dashboard, school))];
        var asker = new Asker(dashboard, city.District);
        Task[] traffic = [.. senders.Select(sender => sender.Send(enough.Token)), asker.Ask(enough.Token)];

        foreach (var name in new[] { shared.Cluster.Silos[0], "gateway1", "gateway2" })
        {
            await shared.Cluster.Restart(name);
            Assert.All(traffic, going => Assert.False(going.IsCompleted, going.Exception?.ToString()));
        }

        await enough.CancelAsync();
        await Task.WhenAll(traffic);
        Assert.Empty(senders.SelectMany(sender => sender.Wrong).Concat(asker.Wrong));
        foreach (var sender in senders)
            Assert.Equal(sender.Acknowledged, await SmallCity.Enrolled(dashboard, sender.School));
    }
}
