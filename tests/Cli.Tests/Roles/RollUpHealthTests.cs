using EduAnalytics.Cli.Roles;
using EduAnalytics.Cli.Roles.Health;
using EduAnalytics.Grains.RollUps;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Cli.Tests.Roles;

public sealed class RollUpHealthTests
{
    private readonly FakeTimeProvider time = new();

    [Theory]
    [InlineData(30, HealthStatus.Healthy, "30.0 s behind")]
    [InlineData(31, HealthStatus.Unhealthy, "31.0 s behind, of 30 s that may be")]
    public async Task A_silo_is_ready_as_long_as_no_row_has_waited_longer_than_it_may(int waited, HealthStatus expected, string said)
    {
        var rows = new WaitingRows(time);
        rows.Waits(this);
        time.Advance(TimeSpan.FromSeconds(waited));

        var health = await Check(rows);

        Assert.Equal((expected, said), (health.Status, health.Description));
    }

    [Fact]
    public async Task Nothing_that_waits_is_no_lag() => Assert.Equal("0.0 s behind", (await Check(new WaitingRows(time))).Description);

    private static Task<HealthCheckResult> Check(WaitingRows rows) => new RollUpHealth(rows, RoleSettings.Read(Role.Silo, Configuration()))
        .CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

    private static ConfigurationManager Configuration()
    {
        var configuration = new ConfigurationManager();
        configuration["EduAnalytics:Journal:Store"] = "Host=db;Username=edu";
        configuration["EduAnalytics:Cluster:LongestRollUpLagSeconds"] = "30";
        return configuration;
    }
}
