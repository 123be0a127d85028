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
            foreach (var task in Directory.GetDirectories($"/proc/{next}/task"))
            {
                foreach (var child in File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    waiting.Push(child);
            }
        }
    }

    private static long OwnBytes(string process)
    {
        var line = File.ReadLines($"/proc/{process}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
    }
}
