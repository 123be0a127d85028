using System.Net;
using System.Net.Http.Headers;

namespace EduAnalytics.Cluster.Tests;

/// <summary>The runtime's own pages show every unit's name and the machines' load: they are for who runs the whole.</summary>
[Collection(SharedClusterTests.Name)]
public sealed class MachinePageTests(SharedCluster shared)
{
    [Fact]
    public async Task An_administrator_of_all_units_sees_the_silos_also_through_the_dashboard()
    {
        foreach (var address in new[] { shared.Cluster.Gateways[0], shared.Cluster.Dashboard })
        {
            Assert.Equal(HttpStatusCode.OK, (await Ask(address, "/orleans/", shared.Token)).Status);
            await UntilCounted(address, shared.Cluster.Silos);
        }
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        using var gateway = new GatewayClient(shared.Cluster.Gateways[0], shared.Token);
        var city = new SmallCity(gateway, "fenced");
        await city.Furnish();
        string[] tokens = [await shared.MakeToken("monitor"), await shared.MakeToken("administrator", city.City)];

        foreach (var path in new[] { "/orleans/", "/orleans/DashboardCounters", "/orleans/Trace", "/orleans/index.min.js" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(shared.Cluster.Gateways[0], path, token: null)).Status);
            foreach (var token in tokens)
            {
                var (status, said) = await Ask(shared.Cluster.Gateways[0], path, token);
                Assert.Equal(HttpStatusCode.Forbidden, status);
                Assert.Contains("is for administrators of all units", said, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>A silo that was started a moment ago is counted a moment later.</summary>
    private async Task UntilCounted(Uri address, IEnumerable<string> silos)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var (status, counters) = await Ask(address, "/orleans/DashboardCounters", shared.Token);
            Assert.Equal(HttpStatusCode.OK, status);
            if (silos.All(silo => counters.Contains($"\"{silo}\"", StringComparison.Ordinal)))
                return;
            Assert.False(patience.IsCancellationRequested, $"Not each of {string.Join(", ", silos)} is in {counters}.");
        }
    }

    private static async Task<(HttpStatusCode Status, string Text)> Ask(Uri address, string path, string? token)
    {
        using var http = new HttpClient { BaseAddress = address };
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
