using EduAnalytics.Testing;

[assembly: AssemblyFixture(typeof(EduAnalytics.EndToEnd.Tests.SampleSystem))]

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>One running system with the samples, for all tests that leave the samples as they are.</summary>
public sealed class SampleSystem : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("edu-samples-").FullName;

    public RunningSystem System { get; private set; } = null!;

    public async ValueTask InitializeAsync() => System = await RunningSystem.Start(data);

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
