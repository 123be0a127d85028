using EduAnalytics.Testing;

namespace EduAnalytics.Cluster.Tests;

public sealed class EndTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("edu-e-").FullName;

    [Fact]
    public async Task Ctrl_C_ends_every_process_and_the_database_though_readers_follow()
    {
        await using var cluster = await RunningCluster.Start(data, silos: 1, gateways: 1, "--empty");
        using var gateway = new GatewayClient(cluster.Gateways[0]);
        var city = new SmallCity(gateway, "end");
        await city.Furnish();
        await city.Enrol(city.School, "end-enrolled", "e-1", "e-2");
        var follower = new Follower(gateway, city.District);
        var following = follower.Follow(TestContext.Current.CancellationToken);
        await await Task.WhenAny(follower.Told(2), following);

        var (exitCode, left) = await cluster.Interrupt();

        Assert.Equal(0, exitCode);
        Assert.Empty(left);
        Assert.Contains("edu cluster: stopped; everything acknowledged is on disk.", cluster.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("did not go by itself", cluster.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(data, "postgres", "postmaster.pid")), "The database is still there.");
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
