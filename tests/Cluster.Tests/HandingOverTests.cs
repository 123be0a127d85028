using System.Globalization;
using System.Text.RegularExpressions;

namespace EduAnalytics.Cluster.Tests;

/// <summary>A silo that goes takes its own units with it, and no others.</summary>
[Collection(SharedClusterTests.Name)]
public sealed partial class HandingOverTests(SharedCluster shared)
{
    [Fact]
    public async Task Units_that_live_on_the_silos_that_stay_are_not_ended_with_the_one_that_goes()
    {
        using var gateway = new GatewayClient(shared.Cluster.Gateways[0], shared.Token);
        var city = new SmallCity(gateway, "stay", schools: 24);
        await city.Furnish();
        foreach (var school in city.Schools)
            await city.Enrol(school, $"{school}-first", $"{school}-1");
        // All have woken by then, also those that are asked through others; what is waking may be ended and begun anew.
        Assert.Equal(24, await SmallCity.Enrolled(gateway, city.District));
        Assert.All(await Count("created"), begun => Assert.NotEqual(0, begun));
        var ended = await Count("destroyed");

        await shared.Cluster.Restart(shared.Cluster.Silos[0]);

        Assert.Equal(24, await SmallCity.Enrolled(gateway, city.District));
        Assert.Equal(ended, await Count("destroyed"));
    }

    /// <summary>To how many grains that happened so far on each silo but the first.</summary>
    private async Task<IReadOnlyList<long>> Count(string happened) => await Task.WhenAll(shared.Cluster.SiloMetrics.Skip(1).Select(async metrics =>
    {
        using var http = new HttpClient();
        var told = await http.GetStringAsync(metrics, TestContext.Current.CancellationToken);
        return Counts().Matches(told).Where(match => match.Groups[1].Value == happened).Sum(match => long.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
    }));

    [GeneratedRegex(@"^orleans_catalog_activation_([a-z]+)_total\S* (\d+)", RegexOptions.Multiline)]
    private static partial Regex Counts();
}
