using System.Globalization;

namespace EduAnalytics.Benchmarks.Report;

/// <summary>A process with all that it started.</summary>
internal static class ProcessTree
{
    /// <summary>
    /// Bytes of memory that the processes hold, pages that several of them share counted once (their proportional set
    /// sizes): otherwise PostgreSQL's shared buffers would count once for each connection. What the kernel caches of their
    /// files is nobody's.
    /// </summary>
    public static long MemoryBytes(int process) => Members(process).Sum(OwnBytes);

    private static IEnumerable<string> Members(int process)
    {
        var waiting = new Stack<string>([process.ToString(CultureInfo.InvariantCulture)]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var child in Lines($"/proc/{next}/task/{next}/children").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                waiting.Push(child);
        }
    }

    private static long OwnBytes(string process) => Lines($"/proc/{process}/smaps_rollup")
        .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10);

    // A process that went in the meantime, as PostgreSQL's workers do, holds nothing any more.
    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
