using System.Globalization;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Peers.Systems;
using EduAnalytics.Benchmarks.Report;

namespace EduAnalytics.Benchmarks.Hot;

/// <summary>
/// Everyone reads one district, in a cluster of processes, while results arrive at it: how much of the silos' time a read costs
/// where its gateway holds answers, and where each read goes to the district's grain.
/// </summary>
internal static class HotBenchmark
{
    private static readonly (string Name, string Query)[] questions =
    [
        ("one value of the district", $$"""{ orgUnit(id: "bench-0") { value(indicator: "fitness.pass_rate", period: "{{HotCluster.Year}}") { value numerator denominator version } } }"""),
        ("the spread of its schools", $$"""{ orgUnit(id: "bench-0") { distribution(indicator: "fitness.pass_rate", stage: PRIMARY, period: "{{HotCluster.Year}}") { count mean median minimum maximum withheld } } }"""),
    ];

    public static async Task Run(HotSettings settings)
    {
        Say($"A district of {settings.Schools} schools, results arriving at 20 a second; {Wrk.Connections} connections, {settings.Seconds} s each. {Machine.Described}; load before {Machine.Load:0.0}.");
        Say($"{"",-46} {"reads/s",9} {"median ms",10} {"p99 ms",8} {"silos, µs a read",17} {"gateway, µs a read",19}");
        foreach (var silos in settings.Silos)
            foreach (var replicas in (bool[])[false, true])
                await Measure(silos, replicas, settings);
    }

    private static async Task Measure(int silos, bool replicas, HotSettings settings)
    {
        var directory = Directory.CreateTempSubdirectory("edu-h-").FullName;
        try
        {
            await using var cluster = await HotCluster.Start(directory, silos, settings.Schools, replicas);
            Say($"{silos} silo(s), {(replicas ? "answers held by the gateway" : "each read sent to the grain")}");
            using var enough = new CancellationTokenSource();
            var arriving = cluster.Arrive(enough.Token);
            var idle = await Idle(cluster, settings.Seconds);
            foreach (var (reader, token) in new[] { ("an administrator", cluster.Administrator), ("a viewer", cluster.Viewer) })
                foreach (var (name, query) in questions)
                    await Ask($"  {name}, {reader}", cluster, idle, directory, token, query, settings.Seconds);
            await enough.CancelAsync();
            Say($"  {await arriving} results arrived");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>What the arrivals alone cost the silos and the gateway, in seconds of processor time a second.</summary>
    private static async Task<(double Silos, double Gateway)> Idle(HotCluster cluster, int seconds)
    {
        // What was just loaded travels up for a moment, and is no arrival.
        await Task.Delay(TimeSpan.FromSeconds(3));
        var (silos, gateway) = (cluster.SilosTime, cluster.GatewayTime);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return ((cluster.SilosTime - silos).TotalSeconds / seconds, (cluster.GatewayTime - gateway).TotalSeconds / seconds);
    }

    private static async Task Ask(
        string name, HotCluster cluster, (double Silos, double Gateway) idle, string directory, string token, string query, int seconds)
    {
        var address = new Uri(cluster.Gateway, "/graphql");
        var script = Path.Combine(directory, "hot.lua");
        await File.WriteAllTextAsync(script, $"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.headers["Authorization"] = "Bearer {token}"
            wrk.body = [=[{GraphQLAddress.Body(query)}]=]
            """);
        await Wrk.Run(address, script, seconds: 3);
        var (silos, gateway) = (cluster.SilosTime, cluster.GatewayTime);
        var load = await Wrk.Run(address, script, seconds);
        var (silosSpent, gatewaySpent) = ((cluster.SilosTime - silos).TotalSeconds - (idle.Silos * seconds), (cluster.GatewayTime - gateway).TotalSeconds - (idle.Gateway * seconds));
        Say($"{name,-46} {load.PerSecond,9:N0} {load.MedianMs,10:0.00} {load.P99Ms,8:0.0} {silosSpent / load.Requests * 1e6,17:N1} {gatewaySpent / load.Requests * 1e6,19:N1}");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
