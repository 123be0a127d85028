using System.Globalization;
using EduAnalytics.Cli.Simulate;
using EduAnalytics.Cli.Torture.Doors;

namespace EduAnalytics.Cli.Torture;

/// <summary>
/// Clients send, the system is killed at random moments and started again, and at the end what it answers is held against
/// what the clients have counted.
/// </summary>
internal sealed class TortureRun(TortureSettings settings, TimeProvider time, TextWriter output) : IAsyncDisposable
{
    /// <summary>From the first submission that a new start has kept; a system that never gets to keep any proves nothing.</summary>
    private const int MostMillisecondsBetweenKills = 1200;

    /// <summary>Each fourth kill meets a start in its midst, which takes a few seconds.</summary>
    private const int MostMillisecondsOfStart = 3000;

    private readonly Random moments = new(settings.Seed);
    private readonly Victim victim = new(settings);
    private readonly TortureTally tally = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(35) };

    /// <exception cref="TortureFailedException">Something was lost, counted twice or refused, or the system does not come up.</exception>
    public async Task Run(CancellationToken cancellationToken)
    {
        victim.Launch();
        await victim.WaitUntilReady(cancellationToken);
        var endpoint = new GraphQLEndpoint(http, victim.Address);
        var schools = await TorturedSchools.ReadFrom(endpoint, cancellationToken);
        var names = Enumerable.Range(1, settings.Clients).Select(client => string.Create(CultureInfo.InvariantCulture, $"t{settings.Seed}-{client}")).ToList();
        var counts = names.Select((name, client) => schools.Select((school, place) => school.CountedBy(name, place % names.Count == client)).ToList()).ToList();
        var reckoning = new Reckoning(endpoint, [.. counts.SelectMany(count => count)], time.GetLocalNow().Year, time);
        await reckoning.Begin(cancellationToken);

        output.WriteLine($"edu: seed {settings.Seed}; {settings.Clients} clients send to {schools.Count} schools, {settings.Kills} kills.");
        GraphQLDoor[] doors = [new GraphQLDoor([endpoint])];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var clients = names.Select((name, client) =>
            new TortureClient(name, counts[client], doors, () => victim.Ready, tally, time, new Random(settings.Seed + client + 1)).Run(stop.Token)).ToList();
        for (var kill = 1; kill <= settings.Kills; kill++)
            await KillAndStart(kill, clients, cancellationToken);
        await victim.WaitUntilReady(cancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(clients);

        await Compare(reckoning, "while it ran", cancellationToken);
        await victim.Kill();
        victim.Launch();
        await victim.WaitUntilReady(cancellationToken);
        await Compare(reckoning, "after one more kill", cancellationToken);
        Tell(reckoning);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await victim.DisposeAsync();
    }

    private async Task KillAndStart(int kill, List<Task> clients, CancellationToken cancellationToken)
    {
        if (moments.Next(4) == 0)
        {
            await Pause(MostMillisecondsOfStart, clients, cancellationToken);
        }
        else
        {
            await victim.WaitUntilReady(cancellationToken);
            await await Task.WhenAny([tally.NextKept, .. clients]);
            await Pause(MostMillisecondsBetweenKills, clients, cancellationToken);
        }

        await victim.Kill();
        victim.Launch();
        output.WriteLine($"edu: kill {kill} of {settings.Kills}; {tally.Submissions} submissions so far, {tally.Repeated} sent again.");
    }

    /// <summary>A client never ends by itself, unless by what must not be.</summary>
    private async Task Pause(int mostMilliseconds, List<Task> clients, CancellationToken cancellationToken)
    {
        var pause = Task.Delay(TimeSpan.FromMilliseconds(moments.Next(mostMilliseconds)), time, cancellationToken);
        await await Task.WhenAny([pause, .. clients]);
    }

    private static async Task Compare(Reckoning reckoning, string when, CancellationToken cancellationToken)
    {
        if (await reckoning.Differences(cancellationToken) is { Count: > 0 } differences)
            throw new TortureFailedException($"What is answered {when} is not what was acknowledged:{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }

    private void Tell(Reckoning reckoning) => output.WriteLine(
        $"""
        edu: nothing lost, nothing twice: {tally.Submissions} submissions of {tally.Lines} lines are counted in {reckoning.Places} units and stages.
             {settings.Kills} kills; {tally.Repeated} times the same was sent again, {tally.KeptUnheard} submissions had been kept unheard. Seed {settings.Seed}.
        """);
}
