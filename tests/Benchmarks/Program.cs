using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Ingest;
using EduAnalytics.Benchmarks.Journal;
using EduAnalytics.Benchmarks.Recompute;
using EduAnalytics.Benchmarks.Records;

// Writing to disk is measured in rounds of its own: a harness made for nanoseconds would only repeat it too often.
if (args is ["journal"])
{
    await JournalBenchmark.Run(Console.Out);
    return 0;
}

if (args is ["records"])
{
    RecordsBenchmark.Run(Console.Out);
    return 0;
}

if (args is ["ingest", .. var given])
{
    if (IngestSettings.Parse(given) is not { } settings)
    {
        await Console.Error.WriteLineAsync(IngestSettings.Usage);
        return 2;
    }

    await IngestBenchmark.Run(settings);
    return 0;
}

if (args is ["gateway-server", var port, var data])
{
    await ServedGateway.Run(int.Parse(port, CultureInfo.InvariantCulture), data);
    return 0;
}

if (args is ["gateway", .. var wanted])
{
    if (GatewaySettings.Parse(wanted) is not { } measured)
    {
        await Console.Error.WriteLineAsync(GatewaySettings.Usage);
        return 2;
    }

    await GatewayBenchmark.Run(measured);
    return 0;
}

// In this process: the projects' rules (warnings as errors, central versions) would stop the program that BenchmarkDotNet
// otherwise writes and builds for itself.
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default);

var benchmarks = new Dictionary<string, Type>(StringComparer.Ordinal) { ["recompute"] = typeof(RecomputeBenchmark) };
if (args is not [var name] || !benchmarks.TryGetValue(name, out var benchmark))
{
    await Console.Error.WriteLineAsync($"Name one of these benchmarks: {string.Join(", ", benchmarks.Keys.Append("journal").Append("ingest").Append("gateway").Append("records"))}.");
    return 2;
}

var summary = BenchmarkRunner.Run(benchmark, config);
return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
