using System.Diagnostics;
using System.Net.Http.Json;

namespace EduAnalytics.Benchmarks.Gateway;

/// <summary>
/// What a server process has spent since it started. Unlike a latency it holds on a machine that has other work too.
/// </summary>
/// <param name="ProcessorMs">Processor time of all its threads, in the kernel and outside.</param>
/// <param name="AllocatedBytes">Bytes allocated from the managed heap.</param>
internal readonly record struct ServerWork(double ProcessorMs, long AllocatedBytes)
{
    public static ServerWork OfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return new ServerWork(process.TotalProcessorTime.TotalMilliseconds, GC.GetTotalAllocatedBytes());
    }

    public static Task<ServerWork> Ask(HttpClient http) => http.GetFromJsonAsync<ServerWork>(new Uri("/spent", UriKind.Relative));

    public ServerWork Since(ServerWork earlier) => new(ProcessorMs - earlier.ProcessorMs, AllocatedBytes - earlier.AllocatedBytes);
}
