using EduAnalytics.Benchmarks.City;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>One of the systems that are held beside each other, in processes of its own.</summary>
internal interface IContender : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Name and version of what runs there.</summary>
    string Version { get; }

    /// <summary>The ways in which readers may ask it for the comparison.</summary>
    IReadOnlyList<IWayOfAsking> Ways { get; }

    /// <summary>Bytes of memory that its processes hold now.</summary>
    long MemoryBytes { get; }

    /// <summary>Bytes that it has on disk now; 0 where another one keeps the data.</summary>
    Task<long> DiskBytes();

    /// <summary>Starts it, brings in what the files hold, and prepares what its ways need.</summary>
    /// <returns>Null where another one keeps the data.</returns>
    Task<Loaded?> Load(GeneratedCity city, ResultFiles files);
}

/// <param name="Stored">Until the last result was stored durably.</param>
/// <param name="Answering">Until the comparison gave all of them; not less than <paramref name="Stored"/>.</param>
internal readonly record struct Loaded(TimeSpan Stored, TimeSpan Answering);
