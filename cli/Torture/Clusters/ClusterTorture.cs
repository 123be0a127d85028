using EduAnalytics.Cli.Simulate;
using EduAnalytics.Cli.Torture.Doors;
using EduAnalytics.Cli.Torture.Faults;
using EduAnalytics.Cli.Torture.Readers;

namespace EduAnalytics.Cli.Torture.Clusters;

/// <summary>
/// Clients send, readers ask and followers subscribe, faults happen to the cluster in turn, and in the end what each gateway
/// answers is held against what the clients have counted, and what each follower was told against what stands.
/// </summary>
internal sealed class ClusterTorture : IAsyncDisposable
{
    private static readonly TimeSpan readersPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan sendersPatience = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan quiet = TimeSpan.FromSeconds(3);

    private readonly ClusterTortureSettings settings;
    private readonly TimeProvider time;
    private readonly TextWriter output;
    private readonly Random moments;
    private readonly TortureTally tally = new();
    private readonly Reading atGateways;
    private readonly Reading throughDashboard;
    private readonly HttpClient readers = new() { Timeout = readersPatience };
    private readonly HttpClient senders = new() { Timeout = sendersPatience };
    private readonly List<TotalsFollower> followers = [];
    private readonly TorturedCluster cluster;

    public ClusterTorture(ClusterTortureSettings settings, SiloNetwork network, TimeProvider time, TextWriter output)
    {
        (this.settings, this.time, this.output) = (settings, time, output);
        moments = new Random(settings.Seed);
        (atGateways, throughDashboard) = (new Reading(time), new Reading(time));
        cluster = new TorturedCluster(settings, network, time);
    }

    /// <exception cref="TortureFailedException">Something was lost, counted twice or refused, went back, or was away for too long.</exception>
    public async Task Run(CancellationToken cancellationToken)
    {
        await cluster.Start(cancellationToken);
        var gateways = cluster.Gateways.Select(gateway => new Uri(gateway.Address, "/graphql")).ToList();
        var dashboard = new Uri(cluster.Dashboard.Address, "/graphql");
        var bulk = new BulkDoor(senders, [.. cluster.Gateways.Append(cluster.Dashboard).Select(member => member.Address)]);
        ISubmissionDoor[] doors = [new GraphQLDoor([.. gateways.Append(dashboard).Select(address => new GraphQLEndpoint(senders, address))]), bulk];
        await TorturedCity.Register(bulk);
        var names = Enumerable.Range(1, settings.Clients).Select(client => $"t{settings.Seed}-{client}").ToList();
        var counts = names.Select((name, client) => TorturedCity.Schools.Select((school, place) => school.CountedBy(name, place % names.Count == client)).ToList()).ToList();
        var reckonings = gateways.Select(gateway => new Reckoning(new GraphQLEndpoint(senders, gateway), [.. counts.SelectMany(count => count)], Year, time)).ToList();
        foreach (var reckoning in reckonings)
            await reckoning.Begin(cancellationToken);

        Announce();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var clients = names.Select((name, client) =>
            new TortureClient(name, counts[client], doors, () => Task.CompletedTask, tally, time, new Random(settings.Seed + client + 1)).Run(stop.Token)).ToList();
        var question = new TotalsQuestion(TorturedCity.Units, Year, TorturedCity.Stage);
        followers.AddRange(gateways.Select((gateway, place) => new TotalsFollower($"follower of gateway{place + 1}", gateway, question)));
        using var close = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = followers.Select(follower => follower.Run(time, close.Token)).ToList();
        List<Task> all = [.. clients, .. Readers(gateways, dashboard, question).Select(reader => reader.Run(time, stop.Token))];
        await Watched(Strike(stop.Token), [.. all, .. following]);
        await stop.CancelAsync();
        await Task.WhenAll(all);

        foreach (var (reckoning, gateway) in reckonings.Zip(gateways))
            await Compare(reckoning, gateway, cancellationToken);
        await Watched(HearTheLast(question, new GraphQLEndpoint(senders, gateways[0]), cancellationToken), following);
        await close.CancelAsync();
        await Task.WhenAll(following);
        Tell(reckonings[0].Places);
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        followers.ForEach(follower => follower.Dispose());
        readers.Dispose();
        senders.Dispose();
    }

    private int Year => time.GetLocalNow().Year;

    /// <summary>At each gateway two, and at the dashboard, so that one that waits does not hide what the other is told.</summary>
    private IEnumerable<TotalsReader> Readers(IReadOnlyList<Uri> gateways, Uri dashboard, TotalsQuestion question)
    {
        var sightings = new Sightings();
        return Enumerable.Range(1, 2).SelectMany(number => gateways
            .Select((gateway, place) =>
                new TotalsReader($"reader {number} of gateway{place + 1}", new GraphQLEndpoint(readers, gateway), question, sightings, atGateways))
            .Append(new TotalsReader($"reader {number} of the dashboard", new GraphQLEndpoint(readers, dashboard), question, sightings, throughDashboard)
            {
                ChangesGateways = true,
            }));
    }

    private async Task Strike(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var table = new FaultTable(output);
        table.Head();
        var faults = settings.Faults.Where(fault => fault is not NetworkCut || cluster.Network.WhyNotCut is null).ToList();
        for (var number = 1; number <= settings.Strikes && faults.Count > 0 && time.GetElapsedTime(begun) < settings.Limit; number++)
        {
            await tally.NextKept.WaitAsync(cancellationToken);
            await Task.Delay(quiet, time, cancellationToken);
            await Strike(number, faults[(number - 1) % faults.Count], table, cancellationToken);
        }

        table.Explain();
    }

    private async Task Strike(int number, IFault fault, FaultTable table, CancellationToken cancellationToken)
    {
        if (number == 1)
            TakeReadings();
        var (begun, keptBefore, againBefore) = (time.GetTimestamp(), tally.Kept, tally.Repeated);
        var what = await fault.Strike(cluster, moments, cancellationToken);
        await cluster.UntilWhole(cancellationToken);
        var (direct, passedOn) = TakeReadings();
        var all = direct.With(passedOn);
        table.Add(number, what, time.GetElapsedTime(begun), all, passedOn.LongestGap, tally.Kept - keptBefore, tally.Repeated - againBefore);
        all.RequireGapWithin(settings.LongestGap, "A reader");
        if (fault is RollingRestart)
            passedOn.RequireGapWithin(settings.LongestPause, "A reader who asks through the dashboard");
    }

    private (ReadingSeen AtGateways, ReadingSeen ThroughDashboard) TakeReadings() => (atGateways.Take(), throughDashboard.Take());

    /// <summary>All has been compared by now, so nothing moves any more: what stands must have been told, or will be.</summary>
    private async Task HearTheLast(TotalsQuestion question, GraphQLEndpoint gateway, CancellationToken cancellationToken)
    {
        var standing = await question.Ask(gateway, cancellationToken);
        foreach (var follower in followers)
            await cluster.Until(() => Task.FromResult(follower.Reached(standing)), $"the {follower.Name} to be told what stands", cancellationToken);
    }

    /// <summary>Whoever sends, reads or follows never ends by itself, unless by what must not be.</summary>
    private static async Task Watched(Task strikes, IEnumerable<Task> others) => await await Task.WhenAny([strikes, .. others]);

    private static async Task Compare(Reckoning reckoning, Uri gateway, CancellationToken cancellationToken)
    {
        if (await reckoning.Differences(cancellationToken) is { Count: > 0 } differences)
            throw new TortureFailedException($"What {gateway} answers is not what was acknowledged:{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }

    private void Announce()
    {
        output.WriteLine($"edu: seed {settings.Seed}; {settings.Silos} silos, {settings.Gateways} gateways, a dashboard, {settings.Clients} clients, {TorturedCity.Schools.Count} schools.");
        if (cluster.Network.WhyNotCut is { } why && settings.Faults.OfType<NetworkCut>().Any())
            output.WriteLine($"edu: the network between silos is not cut, since this user may not lay network namespaces here ({why}).");
    }

    private void Tell(int places) => output.WriteLine(
        $"""
        edu: nothing lost, nothing twice, no total went back: {tally.Submissions} submissions of {tally.Lines} lines are counted in {places} units and stages, at each gateway.
             {tally.Repeated} times the same was sent again, {tally.KeptUnheard} submissions had been kept unheard; {followers.Sum(follower => follower.Broken)} subscriptions
             broke and were begun anew, and each was told what stands. Seed {settings.Seed}.
        """);
}
