using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Placement;

/// <summary>
/// A large city over several silos, as processes of their own: how evenly its org units are spread, what each silo holds, how
/// soon the city is whole again after one silo, and then all of them, were killed, and what a list of all its findings takes,
/// for which every school must be awake.
/// </summary>
internal static partial class PlacementBenchmark
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>What takes longer than an operation usually may is to be measured and not cut off.</summary>
    private static readonly Dictionary<string, string> configuration = new() { ["Gateway__ExecutionTimeoutSeconds"] = "600" };

    public static async Task Run(PlacementSettings settings)
    {
        var data = Directory.CreateTempSubdirectory("edu-p-").FullName;
        await using (var cluster = await RunningCluster.Start(data, settings.Silos, gateways: 1, configuration, "--empty"))
        {
            using var http = new HttpClient { BaseAddress = cluster.Gateways[0], Timeout = patience };
            await Measure(settings, cluster, new SpreadCity(http, settings));
        }

        Directory.Delete(data, recursive: true);
    }

    private static async Task Measure(PlacementSettings settings, RunningCluster cluster, SpreadCity city)
    {
        Console.WriteLine(Machine.Described);
        Tell(string.Create(CultureInfo.InvariantCulture, $"load before: {Machine.Load:0.0}; {settings.Silos} silos, {settings.Districts} districts, {settings.Schools:N0} schools, {city.Students:N0} students"));
        await Timed("registered", city.Register);
        await Timed("enrolled, a submission a school", city.Enrol);
        await Timed("until the districts have them all", () => UntilWhole(city));
        await TellSilos(cluster);
        await ListFindings(city, "first");
        await ListFindings(city, "again");

        var ready = Task.CompletedTask;
        await Timed("one silo killed: until the city is whole", () =>
        {
            ready = cluster.Kill(cluster.Silos[0]);
            return UntilWhole(city);
        });
        await Timed("  and from then until it is ready again", () => ready);
        await ListFindings(city, "after one silo was killed");
        await TellSilos(cluster);

        await Timed("all silos killed: until they are ready", cluster.KillSilos);
        await Timed("  and from then until the city is whole", () => UntilWhole(city));
        await ListFindings(city, "after all silos were killed");
        await TellSilos(cluster);
        Tell(string.Create(CultureInfo.InvariantCulture, $"load after: {Machine.Load:0.0}"));
    }

    private static async Task ListFindings(SpreadCity city, string when)
    {
        int? found = null;
        await Timed($"all findings, {when}", async () => found = await city.CountFindings());
        Tell(found is { } count ? string.Create(CultureInfo.InvariantCulture, $"  {count:N0} stand") : "  not answered");
    }

    private static async Task UntilWhole(SpreadCity city)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await city.IsWhole())
        {
            if (Stopwatch.GetElapsedTime(begun) > patience)
                throw new TimeoutException("The city is not whole: a district has not all of its schools.");
            await Task.Delay(betweenLooks);
        }
    }

    /// <summary>Grains of every kind, the runtime's own few among them.</summary>
    private static async Task TellSilos(RunningCluster cluster)
    {
        using var http = new HttpClient();
        foreach (var (silo, metrics) in cluster.Silos.Zip(cluster.SiloMetrics))
        {
            var grains = Activations().Matches(await http.GetStringAsync(metrics)).Sum(match => double.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture));
            Tell(string.Create(CultureInfo.InvariantCulture, $"  {silo}: {grains:N0} grains, {ProcessTree.MemoryBytes(cluster.ProcessOf(silo)) / 1_048_576.0:N0} MiB"));
        }
    }

    private static async Task Timed(string what, Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        Tell(string.Create(CultureInfo.InvariantCulture, $"{what,-44} {Stopwatch.GetElapsedTime(begun).TotalSeconds,8:N1} s"));
    }

    private static void Tell(string line) => Console.WriteLine(line);

    [GeneratedRegex(@"^orleans_catalog_activations(?:\{[^}]*\})? (?<count>[0-9.e+]+)", RegexOptions.Multiline)]
    private static partial Regex Activations();
}
