using System.Globalization;
using System.Runtime.InteropServices;

namespace EduAnalytics.Benchmarks.Report;

/// <summary>What a figure was measured on.</summary>
internal static class Machine
{
    /// <summary>Processor, cores, memory and system, as one phrase.</summary>
    public static string Described => string.Create(
        CultureInfo.InvariantCulture,
        $"{Of("/proc/cpuinfo", "model name")}, {Cores} cores, {MemoryBytes / (double)(1L << 30):0} GiB of memory, {RuntimeInformation.OSDescription}");

    /// <summary>
    /// Processes that waited for a core in the last minute, on average. Above the number of cores something else ran than
    /// what was to be measured.
    /// </summary>
    public static double Load => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static int Cores => File.ReadLines("/proc/cpuinfo").Count(line => line.StartsWith("processor", StringComparison.Ordinal));

    private static long MemoryBytes => long.Parse(Of("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) << 10;

    private static string Of(string file, string key) =>
        File.ReadLines(file).First(line => line.StartsWith(key, StringComparison.Ordinal)).Split(':', 2)[1].Trim();
}
