using System.Diagnostics;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Dashboard.Live;

/// <summary>What the server and its viewers have spent so far, and after <see cref="Since"/> what they spent meanwhile.</summary>
/// <param name="Server">Processor time of the server's process.</param>
/// <param name="Viewers">Of this process, in which the viewers without a browser are.</param>
/// <param name="Drawings">How many changes of the page were sent to those viewers.</param>
/// <param name="Bytes">Their size before the sockets compress them.</param>
internal readonly record struct Spending(TimeSpan Passed, TimeSpan Server, TimeSpan Viewers, long Drawings, long Bytes)
{
    public double ServerCores => Server / Passed;

    public double ViewersCores => Viewers / Passed;

    public double DrawingsASecond => Drawings / Passed.TotalSeconds;

    public double KilobytesASecond => Bytes / 1000.0 / Passed.TotalSeconds;

    public static Spending SoFar(RunningSystem system, IReadOnlyList<Viewer> viewers)
    {
        using var own = Process.GetCurrentProcess();
        return new Spending(
            Stopwatch.GetElapsedTime(0), system.ProcessorTime, own.TotalProcessorTime,
            viewers.Sum(viewer => viewer.Drawings), viewers.Sum(viewer => viewer.Bytes));
    }

    public Spending Since(Spending earlier) => new(
        Passed - earlier.Passed, Server - earlier.Server, Viewers - earlier.Viewers, Drawings - earlier.Drawings, Bytes - earlier.Bytes);
}
