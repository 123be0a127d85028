using System.Text.Json;
using EduAnalytics.EndToEnd.Tests;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.Cluster.Tests;

/// <summary>What is told as it happens, by gateways and a dashboard that hold no grain themselves.</summary>
[Collection(SharedClusterTests.Name)]
public sealed class SubscriptionTests(SharedCluster shared, Browser browser)
{
    private const string Changes =
        """subscription ($units: [ID!]!) { indicatorChanged(orgUnits: $units, indicators: ["dropout.rate"]) { orgUnit { id } period stage value } }""";

    private const string Raised = "subscription ($units: [ID!]!) { findingRaised(orgUnits: $units) { rule orgUnit { id } } }";

    private const string State = "mutation ($input: ReportFiguresInput!) { reportFigures(input: $input) { accepted errors { message } } }";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_reaches_the_subscribers_of_every_gateway_after_what_is_present()
    {
        using var gateway = new GatewayClient(shared.Cluster.Gateways[0], shared.Token);
        using var other = new GatewayClient(shared.Cluster.Gateways[1], shared.Token);
        var city = new SmallCity(gateway, "told");
        await city.Furnish();
        await city.Enrol(city.School, "told-enrolled", [.. Enumerable.Range(0, 40).Select(n => $"told-{n}")]);
        await city.DropOut(city.School, "told-first", "told-0");
        await using var here = gateway.Subscribe(Changes, new { units = new[] { city.School } }, Ending).GetAsyncEnumerator(Ending);
        await using var there = other.Subscribe(Changes, new { units = new[] { city.District } }, Ending).GetAsyncEnumerator(Ending);
        Assert.Equal(2.5, await Until(here, 2.5));
        Assert.Equal(2.5, await Until(there, 2.5));

        await city.DropOut(city.School, "told-second", "told-1");

        Assert.Equal(5, await Until(here, 5));
        Assert.Equal(5, await Until(there, 5));
    }

    [Fact]
    public async Task A_finding_that_is_raised_reaches_a_subscriber()
    {
        using var gateway = new GatewayClient(shared.Cluster.Gateways[1], shared.Token);
        var city = new SmallCity(gateway, "found");
        await city.Furnish();
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        var stating = StateInTurn(gateway, city.District, heard.Token);

        await foreach (var raised in gateway.Subscribe(Raised, new { units = new[] { city.District } }, Ending))
        {
            if (raised.GetProperty("findingRaised").GetProperty("rule").GetString() == "parts.kindergarten_staff")
                break;
        }

        await heard.CancelAsync();
        await stating;
    }

    [Fact]
    public async Task A_reader_who_signed_in_at_the_dashboard_sees_a_change_on_the_live_page_without_a_reload()
    {
        using var gateway = new GatewayClient(shared.Cluster.Gateways[1], shared.Token);
        var city = new SmallCity(gateway, "seen");
        await city.Furnish();
        await city.Enrol(city.School, "seen-enrolled", [.. Enumerable.Range(0, 40).Select(n => $"seen-{n}")]);
        await city.DropOut(city.School, "seen-first", "seen-0");
        var page = await browser.Open(new Uri(shared.Cluster.Dashboard, $"/live?unit={city.City}&lang=en"));
        await page.FillAsync("#token", shared.Token);
        await page.Locator("#token").PressAsync("Enter");
        var dropped = page.Locator($".tile[data-unit='{city.District}'] [data-indicator='dropout.rate'] [data-count]");
        await Assertions.Expect(page.Locator("[data-connection=live]")).ToBeVisibleAsync();
        await Assertions.Expect(dropped).ToHaveTextAsync("1");

        await city.DropOut(city.School, "seen-second", "seen-1");

        await Assertions.Expect(dropped).ToHaveTextAsync("2");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName, "cluster-live-en-1440.png"), FullPage = true });
    }

    /// <summary>The rate of all stages this year as the stream tells it, once it has the value; others may come before.</summary>
    private static async Task<double?> Until(IAsyncEnumerator<JsonElement> changes, double wanted)
    {
        while (await changes.MoveNextAsync())
        {
            var change = changes.Current.GetProperty("indicatorChanged");
            if (change.GetProperty("period").GetString() == SmallCity.Year && change.GetProperty("stage").ValueKind == JsonValueKind.Null
                && change.GetProperty("value") is { ValueKind: JsonValueKind.Number } value && Math.Abs(value.GetDouble() - wanted) < 0.001)
                return value.GetDouble();
        }
        return null;
    }

    /// <summary>What stands when a reader comes is not told; so right figures and wrong ones in turn, until one is heard.</summary>
    private static async Task StateInTurn(GatewayClient gateway, string district, CancellationToken heard)
    {
        for (var turn = 0; !heard.IsCancellationRequested; turn++)
        {
            var payload = (await gateway.Query(State, new
            {
                input = new
                {
                    submissionId = $"found-{turn}",
                    orgUnit = district,
                    source = new { document = "自评报告", section = "一(四)1" },
                    figures = new[]
                    {
                        new { code = "preschool.staff", period = "2024", stage = "KINDERGARTEN", value = 91 },
                        new { code = "preschool.staff_established", period = "2024", stage = "KINDERGARTEN", value = turn % 2 == 0 ? 17 : 20 },
                        new { code = "preschool.staff_contracted", period = "2024", stage = "KINDERGARTEN", value = 71 },
                    },
                },
            })).GetProperty("reportFigures");
            Assert.True(payload.GetProperty("accepted").GetInt32() == 3, payload.ToString());
        }
    }
}
