using EduAnalytics.Cli.Roles;
using EduAnalytics.Cli.Up;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Cli.Tests.Roles;

/// <summary>A dashboard as a process of a cluster has it, before a gateway that does what a test says.</summary>
internal sealed class LoneDashboard : IAsyncDisposable
{
    private readonly string keys = Directory.CreateTempSubdirectory("edu-keys-").FullName;
    private readonly WebApplication gateway;
    private readonly WebApplication dashboard;

    private LoneDashboard(WebApplication gateway)
    {
        this.gateway = gateway;
        var builder = RoleHost.CreateBuilder(new Dictionary<string, string?>
        {
            [RoleCommands.Key(nameof(RoleOptions.Gateway))] = gateway.Urls.Single(),
            [RoleCommands.Key(nameof(RoleOptions.Port))] = $"{Ports.FindFree()}",
            [RoleCommands.Key(nameof(RoleOptions.Keys))] = keys,
            ["Logging:LogLevel:Default"] = nameof(LogLevel.None),
        });
        dashboard = DashboardHost.Build(builder, RoleSettings.Read(Role.Dashboard, builder.Configuration));
    }

    public HttpClient Http { get; } = new();

    /// <summary>What the gateway does with a request.</summary>
    public RequestDelegate Gateway { get; set; } = _ => Task.CompletedTask;

    public static async Task<LoneDashboard> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var gateway = builder.Build();
        RequestDelegate? asked = null;
        gateway.Run(http => asked!(http));
        await gateway.StartAsync(TestContext.Current.CancellationToken);
        var lone = new LoneDashboard(gateway);
        asked = http => lone.Gateway(http);
        await lone.dashboard.StartAsync(TestContext.Current.CancellationToken);
        lone.Http.BaseAddress = new Uri(lone.dashboard.Urls.Single());
        return lone;
    }

    /// <summary>From now on nobody listens at the gateway's address.</summary>
    public Task StopGateway() => gateway.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await dashboard.DisposeAsync();
        await gateway.DisposeAsync();
        Directory.Delete(keys, recursive: true);
    }
}
