using EduAnalytics.Testing;

namespace EduAnalytics.Cluster.Tests;

/// <summary>
/// One cluster of real processes for the tests here, one test at a time: they end processes under each other's feet. Whoever
/// comes must sign in.
/// </summary>
public sealed class SharedCluster : IAsyncLifetime
{
    /// <summary>All who send and ask here show one token, and do so as fast as they can.</summary>
    private static readonly Dictionary<string, string> settings = new() { ["Gateway__Rates__RequestsPerSecond"] = "100000", ["Gateway__Rates__Burst"] = "100000" };

    private readonly string data = Directory.CreateTempSubdirectory("edu-c-").FullName;

    public RunningCluster Cluster { get; private set; } = null!;

    /// <summary>An administrator's.</summary>
    public string Token { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Cluster = await RunningCluster.Start(data, silos: 3, gateways: 2, settings, "--empty", "--sign-in");
        Token = await MakeToken("administrator");
    }

    public async Task<string> MakeToken(string role, string? unit = null)
    {
        var (code, text, complaints) = await EduProgram.Run(
            ["token", "create", "--store", Cluster.Store, "--role", role, .. unit is null ? [] : new[] { "--unit", unit }]);
        Assert.True(code == 0, complaints);
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is not null)
            await Cluster.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class SharedClusterTests : ICollectionFixture<SharedCluster>
{
    public const string Name = "one cluster";
}
