using System.Text.Json;
using EduAnalytics.Gateway.Transport.WebSocket;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Transport;

/// <summary>Every way in which a socket ends, as the public clients see it.</summary>
public sealed class PublicClosures
{
    [Theory]
    [InlineData("client leaves", 1000, "")]
    [InlineData("binary", 1003, "Messages must be text")]
    [InlineData("too big", 1009, "A message may have 2000 bytes")]
    [InlineData("bad message", 4400, "Invalid message type \"nonsense\"")]
    [InlineData("subscribe before the acknowledgement", 4401, "Unauthorized")]
    [InlineData("not admitted", 4403, "Forbidden")]
    [InlineData("no subprotocol", 4406, "Subprotocol not acceptable")]
    [InlineData("silent", 4408, "Connection initialisation timeout")]
    [InlineData("same id", 4409, "Subscriber for 1 already exists")]
    [InlineData("two initialisations", 4429, "Too many initialisation requests")]
    [InlineData("too many messages", 4429, "Too many messages: 5 a second is the limit (Gateway:Rates:SocketMessagesPerSecond)")]
    [InlineData("too many sockets", 4429, "Too many sockets: 1 a caller is the limit (Gateway:Rates:MaxSockets)")]
    [InlineData("server fails", 4500, "Internal server error")]
    public async Task A_socket_ends_with_the_code_of_its_reason(string scenario, int code, string reason)
    {
        await using var server = await TransportServer.StartAsync(options => Configure(options, scenario), services => Register(services, scenario));

        Assert.Equal((code, reason), await RunAsync(server, scenario));
    }

    [Fact]
    public async Task A_server_that_stops_tells_its_clients_to_come_back()
    {
        await using var server = await TransportServer.StartAsync();
        var closed = RunAsync(server, "server stops");
        await server.Events.Waiting;

        await server.StopAsync();

        Assert.Equal((1001, "Going away"), await closed);
    }

    private static async Task<(int Code, string? Reason)> RunAsync(TransportServer server, string scenario)
    {
        var seen = JsonDocument.Parse(await NodeClient.RunAsync("ws-closures.mjs", server.SocketAddress.ToString(), scenario)).RootElement;
        return (seen.GetProperty("code").GetInt32(), seen.GetProperty("reason").GetString());
    }

    private static void Configure(GatewayOptions options, string scenario)
    {
        switch (scenario)
        {
            case "silent":
                options.ConnectionInitTimeoutSeconds = 1;
                break;
            case "too big":
                options.MaxRequestBytes = 2_000;
                break;
            case "too many messages":
                options.Rates.SocketMessagesPerSecond = 5;
                break;
            case "too many sockets":
                (options.Rates.Loopback, options.Rates.MaxSockets) = (true, 1);
                break;
        }
    }

    private static void Register(IServiceCollection services, string scenario)
    {
        if (scenario == "not admitted")
            services.AddSingleton<IConnectionAdmission>(new Admission(() => false));
        if (scenario == "server fails")
            services.AddSingleton<IConnectionAdmission>(new Admission(() => throw new InvalidOperationException("secret")));
    }

    private sealed class Admission(Func<bool> decide) : IConnectionAdmission
    {
        public ValueTask<bool> AdmitsAsync(HttpContext http, JsonElement? payload) => ValueTask.FromResult(decide());
    }
}
