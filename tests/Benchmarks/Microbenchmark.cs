using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace EduAnalytics.Benchmarks;

/// <summary>
/// What takes so little that it must be repeated many times. Measured in this process: the projects' rules (warnings as
/// errors, central versions) would stop the program that BenchmarkDotNet otherwise writes and builds for itself.
/// </summary>
internal static class Microbenchmark
{
    /// <exception cref="InvalidOperationException">A measurement failed; what it said is above.</exception>
    public static void Run<TFirst, TSecond>()
    {
        Run<TFirst>();
        Run<TSecond>();
    }

    /// <inheritdoc cref="Run{TFirst,TSecond}"/>
    private static void Run<T>()
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(MarkdownExporter.GitHub)
            .AddLogger(ConsoleLogger.Default);
        var summary = BenchmarkRunner.Run<T>(config);
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
            throw new InvalidOperationException("The benchmark failed.");
    }
}
