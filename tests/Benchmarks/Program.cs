using System.Globalization;
using EduAnalytics.Benchmarks;
using EduAnalytics.Benchmarks.Dashboard;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Growth;
using EduAnalytics.Benchmarks.Hot;
using EduAnalytics.Benchmarks.Ingest;
using EduAnalytics.Benchmarks.Journal;
using EduAnalytics.Benchmarks.Past;
using EduAnalytics.Benchmarks.Peers;
using EduAnalytics.Benchmarks.Peers.Systems;
using EduAnalytics.Benchmarks.Placement;
using EduAnalytics.Benchmarks.Recompute;
using EduAnalytics.Benchmarks.Records;
using EduAnalytics.Benchmarks.Sizes;
using EduAnalytics.Benchmarks.Sources;
using EduAnalytics.Benchmarks.Subscribers;
using EduAnalytics.Benchmarks.Waking;

// Most are measured in rounds of their own: a harness made for nanoseconds would only repeat a write to the disk too often.
var benchmarks = new Dictionary<string, Func<string[], Task<string?>>>(StringComparer.Ordinal)
{
    ["ingest"] = given => Run(IngestSettings.Parse(given), IngestBenchmark.Run, IngestSettings.Usage),
    ["gateway"] = given => Run(GatewaySettings.Parse(given), GatewayBenchmark.Run, GatewaySettings.Usage),
    ["peers"] = given => Run(PeersSettings.Parse(given), PeersBenchmark.Run, PeersSettings.Usage),
    ["growth"] = given => Run(GrowthSettings.Parse(given), GrowthBenchmark.Run, GrowthSettings.Usage),
    ["hot"] = given => Run(HotSettings.Parse(given), HotBenchmark.Run, HotSettings.Usage),
    ["subscribers"] = given => Run(
        SubscribersBenchmark.TryParse(given, out var count) ? new { Count = count } : null,
        settings => SubscribersBenchmark.Run(settings.Count),
        SubscribersBenchmark.Usage),
    ["dashboard"] = given => Run(DashboardSettings.Parse(given), DashboardBenchmark.Run, DashboardSettings.Usage),
    ["past"] = given => RunPlain(given, () => PastBenchmark.Run(Console.Out)),
    ["sources"] = given => RunPlain(given, () => SourcesBenchmark.Run(Console.Out)),
    ["journal"] = given => RunPlain(given, () => JournalBenchmark.Run(Console.Out)),
    ["sizes"] = given => RunPlain(given, () => SizesBenchmark.Run(Console.Out)),
    ["placement"] = given => Run(PlacementSettings.Parse(given), PlacementBenchmark.Run, PlacementSettings.Usage),
    ["waking"] = given => RunPlain(given, () => WakingBenchmark.Run(Console.Out)),
    ["records"] = given => RunPlain(given, () => Task.Run(() => RecordsBenchmark.Run(Console.Out))),
    ["recompute"] = given => RunPlain(given, () => Task.Run(Microbenchmark.Run<RecomputeBenchmark, RecentChangesBenchmark>)),
};

// The process that `gateway` sends its load to; nothing for a person to call.
if (args is [ServedGateway.Name, var port, var data])
{
    await ServedGateway.Run(int.Parse(port, CultureInfo.InvariantCulture), data);
    return 0;
}

// The process in which `peers` serves DuckDB.
if (args is [ServedDuckDb.Name, var duckDbPort, var file])
{
    await ServedDuckDb.Run(int.Parse(duckDbPort, CultureInfo.InvariantCulture), file);
    return 0;
}

var wrong = args is [var name, .. var options] && benchmarks.TryGetValue(name, out var benchmark)
    ? await benchmark(options)
    : $"Name one of these benchmarks: {string.Join(", ", benchmarks.Keys)}.";
if (wrong is null)
    return 0;
await Console.Error.WriteLineAsync(wrong);
return 2;

static async Task<string?> Run<T>(T? settings, Func<T, Task> run, string usage)
    where T : class
{
    if (settings is null)
        return usage;
    await run(settings);
    return null;
}

static Task<string?> RunPlain(string[] options, Func<Task> run) =>
    Run(options.Length == 0 ? options : null, _ => run(), "This benchmark takes no options.");
