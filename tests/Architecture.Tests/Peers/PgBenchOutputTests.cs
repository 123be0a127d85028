using EduAnalytics.Benchmarks.Peers.Systems;

namespace EduAnalytics.Architecture.Tests.Peers;

/// <summary>What the comparison with other systems reads off PostgreSQL's load generator.</summary>
public sealed class PgBenchOutputTests
{
    [Fact]
    public void The_rate_is_the_one_without_the_time_to_connect() => Assert.Equal(
        6.25,
        PgBenchOutput.RateOf(
            """
            number of transactions actually processed: 20
            number of failed transactions: 0 (0.000%)
            latency average = 160.000 ms
            initial connection time = 3.910 ms
            tps = 6.250000 (without initial connection time)
            """));

    [Fact]
    public void Where_no_transaction_finished_in_the_window_there_is_no_rate() => Assert.Null(PgBenchOutput.RateOf(
        """
        duration: 1 s
        number of transactions actually processed: 0
        number of failed transactions: 0 (NaN%)
        """));

    [Fact]
    public void What_cannot_be_read_is_quoted() => Assert.Contains(
        "actually processed: 10",
        Assert.Throws<InvalidOperationException>(() => PgBenchOutput.RateOf("number of transactions actually processed: 10")).Message,
        StringComparison.Ordinal);
}
