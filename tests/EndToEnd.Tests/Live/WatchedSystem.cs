using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.Live;

/// <summary>One system for the tests of a class, each of which founds a city of its own in it.</summary>
public sealed class WatchedSystem : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("edu-live-").FullName;

    public RunningSystem System { get; private set; } = null!;

    public async ValueTask InitializeAsync() => System = await RunningSystem.Start(data, "--empty");

    /// <summary>The same system at the same address, after it was killed.</summary>
    public async Task StartAgain()
    {
        var port = System.Address.Port;
        await System.DisposeAsync();
        System = await RunningSystem.StartAt(port, data, "--empty");
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
