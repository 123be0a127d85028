using EduAnalytics.Gateway.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Tests.Transport;

/// <summary>The transports over the test schema on a real Kestrel, at a free port of loopback.</summary>
internal sealed class TransportServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TransportServer(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.Single() + "/graphql");
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public Uri SocketAddress => new UriBuilder(Address) { Scheme = "ws" }.Uri;

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public TransportEvents Events => _app.Services.GetRequiredService<TransportEvents>();

    public LogLines Log => _app.Services.GetRequiredService<LogLines>();

    public static async Task<TransportServer> StartAsync(
        Action<GatewayOptions>? configure = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<LogLines>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogLines>());
        builder.Services.AddSingleton<TransportEvents>();
        builder.Services.AddGraphQLTransport<TransportSchema>();
        builder.Services.Configure<GatewayOptions>(options => configure?.Invoke(options));
        services?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapGraphQLTransport("/graphql");
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TransportServer(app);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
