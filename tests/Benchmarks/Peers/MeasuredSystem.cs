using EduAnalytics.Benchmarks.Peers.Systems;

namespace EduAnalytics.Benchmarks.Peers;

/// <summary>A system with what keeping the results costs it.</summary>
/// <param name="Loaded">Null where another one keeps the results.</param>
internal sealed record MeasuredSystem(IContender System, Loaded? Loaded)
{
    /// <summary>After all questions.</summary>
    public long MemoryBytes { get; set; }

    /// <summary>0 where another one keeps the results.</summary>
    public long DiskBytes { get; set; }
}
