using System.Security.Claims;
using System.Text.Json;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.InProcess;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>Following indicators through the whole gateway.</summary>
public sealed class IndicatorWatchTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Indicator = "safety.major_incidents";

    private const string Changes =
        "subscription ($units: [ID!]!, $indicators: [ID!]) { indicatorChanged(orgUnits: $units, indicators: $indicators) { orgUnit { id } indicator { code } period value } }";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscription_begins_with_the_newest_period_of_each_indicator_and_follows_without_a_gap()
    {
        await Report("230402", "2023", 41);
        await Report("230402", "2024", 42);

        await using var changes = Follow("230402");

        Assert.Equal(("2024", 42m), await Next(changes));
        await Report("230402", "2024", 43);
        Assert.Equal(("2024", 43m), await Next(changes));
        // A correction of an older year is news too.
        await Report("230402", "2023", 40);
        Assert.Equal(("2023", 40m), await Next(changes));
    }

    [Fact]
    public async Task A_subscriber_that_reads_slowly_gets_the_newest_value_and_not_the_queue_before_it()
    {
        const string meals = "safety.food_incidents";
        await Report("230402", "2024", 1, meals);
        await using var slow = Follow("230402", meals);
        await using var quick = Follow("230402", meals);
        Assert.Equal(("2024", 1m), await Next(slow));

        for (var value = 2; value <= 30; value++)
            await Report("230402", "2024", value, meals);
        while (await Next(quick) is not ("2024", 30m))
        {
            // Until all have come through.
        }

        var events = 1;
        while (await Next(slow) is not ("2024", 30m))
            events++;
        // One was on its way when it stopped reading, at most.
        Assert.InRange(events, 1, 3);
    }

    [Fact]
    public async Task Hundreds_of_subscribers_are_one_watcher_to_their_district_and_all_get_the_newest_value()
    {
        const int readers = 300;
        await Report("230404", "2024", 1);
        var watch = server.Services.GetRequiredService<IndicatorWatch>();
        var all = Enumerable.Range(0, readers).Select(_ => Follow("230404")).ToList();
        var first = await Task.WhenAll(all.Select(Next));
        Assert.All(first, value => Assert.Equal(("2024", 1m), value));
        Assert.Equal(1, watch.FollowedGrains);

        for (var value = 2; value <= 20; value++)
            await Report("230404", "2024", value);

        await Task.WhenAll(all.Select(async changes =>
        {
            while ((await Next(changes)).Value != 20)
            {
                // A state between; how many of them a reader sees is its own pace.
            }
        }));
        foreach (var changes in all)
            await changes.DisposeAsync();
        // Each lets go on its own thread.
        while (watch.FollowedGrains > 0)
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_subscriber_is_told_of_the_kinds_of_period_it_named_and_of_no_single_stage()
    {
        const string rate = "dropout.rate";
        await server.ReportAsync("230402", new { code = rate, period = "2024H1", value = 1 });
        await using var changes = Subscribe(Changes.Replace("$indicators)", "$indicators, periodTypes: [HALF_YEAR], byStage: false)", StringComparison.Ordinal), "230402", rate);
        Assert.Equal(("2024H1", 1m), await Next(changes));

        await server.ReportAsync("230402", new { code = rate, period = "2024", value = 1 });
        await server.ReportAsync("230402", new { code = rate, period = "2024H1", stage = "JUNIOR", value = 2 });
        await server.ReportAsync("230402", new { code = rate, period = "2024H1", value = 3 });

        Assert.Equal(("2024H1", 3m), await Next(changes));
    }

    [Fact]
    public async Task A_subscriber_who_asks_for_stages_with_a_target_is_told_of_those_and_of_no_other()
    {
        const string rate = "dropout.rate";
        await server.ReportAsync("230404", new { code = rate, period = "2019", value = 1 });
        await using var changes = Subscribe(Changes.Replace("$indicators)", "$indicators, byStage: false, stagesWithTarget: true)", StringComparison.Ordinal), "230404", rate);
        Assert.Equal(("2019", 1m), await Next(changes));

        // A cap is set for junior schools and a year; senior schools have none, and half a year has none.
        await server.ReportAsync("230404", new { code = rate, period = "2019", stage = "SENIOR", value = 4 });
        await server.ReportAsync("230404", new { code = rate, period = "2019H1", stage = "JUNIOR", value = 3 });
        await server.ReportAsync("230404", new { code = rate, period = "2019", stage = "JUNIOR", value = 2 });

        Assert.Equal(("2019", 2m), await Next(changes));
    }

    private async Task Report(string unit, string period, int value, string indicator = Indicator) =>
        await server.ReportAsync(unit, new { code = indicator, period, value });

    private IAsyncEnumerator<JsonElement> Follow(string unit, string indicator = Indicator) => Subscribe(Changes, unit, indicator);

    private IAsyncEnumerator<JsonElement> Subscribe(string document, string unit, string indicator) => server.Services.GetRequiredService<InProcessOperations>()
        .SubscribeAsync(
            document, JsonSerializer.SerializeToElement(new { units = new[] { unit }, indicators = new[] { indicator } }), new ClaimsPrincipal(), Cancelled)
        .GetAsyncEnumerator(Cancelled);

    private static async Task<(string? Period, decimal Value)> Next(IAsyncEnumerator<JsonElement> changes)
    {
        Assert.True(await changes.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), Cancelled));
        var change = changes.Current.GetProperty("data").GetProperty("indicatorChanged");
        return (change.GetProperty("period").GetString(), change.GetProperty("value").GetDecimal());
    }
}
