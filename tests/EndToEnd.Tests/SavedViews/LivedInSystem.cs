using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.SavedViews;

/// <summary>A system with the samples that a test may change and kill; what was kept is there when it comes back.</summary>
public sealed class LivedInSystem : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("edu-views-").FullName;

    public RunningSystem System { get; private set; } = null!;

    public async ValueTask InitializeAsync() => System = await RunningSystem.Start(data);

    /// <summary>SIGKILL, and a new process over the same data.</summary>
    public async Task KillAndRestart()
    {
        await System.Kill();
        await System.DisposeAsync();
        System = await RunningSystem.Start(data);
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
