namespace EduAnalytics.Cluster.Tests;

/// <summary>Silos come and go while clients send, read and follow.</summary>
[Collection(SharedClusterTests.Name)]
public sealed class RestartTests(SharedCluster shared)
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rolling_restart_and_a_kill_lose_nothing_count_nothing_twice_and_end_no_subscription()
    {
        using var first = new GatewayClient(shared.Cluster.Gateways[0], shared.Token);
        using var second = new GatewayClient(shared.Cluster.Gateways[1], shared.Token);
        var city = new SmallCity(first, "roll", schools: 4);
        await city.Furnish();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        Sender[] senders = [.. city.Schools.Select((school, number) => new Sender(number % 2 == 0 ? first : second, school))];
        Asker[] askers = [new(first, city.District), new(second, city.District)];
        var follower = new Follower(first, city.District);
        var following = follower.Follow(Ending);
        Task[] traffic = [.. senders.Select(sender => sender.Send(enough.Token)), .. askers.Select(asker => asker.Ask(enough.Token))];

        foreach (var silo in shared.Cluster.Silos)
            await shared.Cluster.Restart(silo);
        await shared.Cluster.Kill(shared.Cluster.Silos[1]);

        await enough.CancelAsync();
        await Task.WhenAll(traffic);
        Assert.Empty(senders.SelectMany(sender => sender.Wrong).Concat(askers.SelectMany(asker => asker.Wrong)));
        Assert.All(senders, sender => Assert.True(sender.Acknowledged > 0, sender.School));
        foreach (var sender in senders)
            Assert.Equal(sender.Acknowledged, await SmallCity.Enrolled(second, sender.School));
        var total = senders.Sum(sender => sender.Acknowledged);
        await await Task.WhenAny(follower.Told(total), following);
        Assert.Equal(total, await SmallCity.Enrolled(first, city.District));
        TestContext.Current.SendDiagnosticMessage(
            $"{total} acknowledged, {senders.Sum(sender => sender.SentAgain)} sent again, {askers.Sum(asker => asker.Answers)} read, {askers.Sum(asker => asker.AskedAgain)} asked again");
    }

    [Fact]
    public async Task Silos_that_were_all_killed_at_once_start_again_beside_their_own_remains()
    {
        using var gateway = new GatewayClient(shared.Cluster.Gateways[0], shared.Token);
        var city = new SmallCity(gateway, "dark");
        await city.Furnish();
        await city.Enrol(city.School, "dark-before", "d-1", "d-2", "d-3");

        await shared.Cluster.KillSilos();

        await city.Enrol(city.School, "dark-after", "d-4");
        Assert.Equal(4, await SmallCity.Enrolled(gateway, city.School));
    }
}
