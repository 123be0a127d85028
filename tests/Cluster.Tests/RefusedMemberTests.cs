using EduAnalytics.Testing;

namespace EduAnalytics.Cluster.Tests;

public sealed class RefusedMemberTests
{
    [Fact]
    public async Task A_process_that_cannot_start_ends_the_cluster_with_the_reason_that_it_gave()
    {
        var data = Directory.CreateTempSubdirectory("edu-refused-").FullName;
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningCluster.Start(
            data, silos: 1, gateways: 1, new Dictionary<string, string> { ["Gateway__MaxTokens"] = "many" }, "--empty"));
        Directory.Delete(data, recursive: true);

        Assert.Contains("ended with 2", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("edu: gateway1 did not start: Gateway:MaxTokens is 'many'; allowed: a whole number", refusal.Message, StringComparison.Ordinal);
    }
}
