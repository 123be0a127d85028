using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>Takes an upgrade request to a session.</summary>
internal sealed class SocketTransport(
    OperationRunner runner, ResultJson json, HttpAnswer answer, CallerRates rates, GatewayInstruments instruments, IOptions<GatewayOptions> options)
{
    public const string Subprotocol = "graphql-transport-ws";

    /// <summary>A client that does not answer a close frame within this time is cut off.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);

    public async Task HandleAsync(HttpContext http)
    {
        if (http.Request.Headers.Origin is [{ } origin, ..] && !Origins.AreWelcome(origin, http.Request, options.Value))
        {
            await answer.WriteAsync(http, HttpProblem.ForeignOrigin(origin), AnswerMedia.Json);
            return;
        }
        var offered = http.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        var keepAlive = TimeSpan.FromSeconds(options.Value.KeepAliveSeconds);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = offered ? Subprotocol : null,
            KeepAliveInterval = keepAlive,
            KeepAliveTimeout = keepAlive,
        });
        using var wire = new SocketWire(socket, options.Value.MaxRequestBytes);
        using var place = rates.OpenSocket(CallerKey.Of(http));
        instruments.SocketOpened();
        try
        {
            // A refused handshake would reach a browser as an error without a reason; a close code tells it.
            if (!place.IsAcquired)
                await wire.CloseAsync(SocketClosure.TooManySockets(options.Value.Rates.MaxSockets));
            else if (offered)
                await Session(http, wire).RunAsync(http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
            else
                await wire.CloseAsync(SocketClosure.SubprotocolNotAcceptable);
        }
        finally
        {
            instruments.SocketClosed();
        }
    }

    private SocketSession Session(HttpContext http, SocketWire wire)
    {
        var services = http.RequestServices;
        return new SocketSession(
            wire,
            new SocketOperations(wire, runner, json, services.GetRequiredService<IServiceScopeFactory>(), new SocketCaller(http, rates)),
            new SocketAdmission(http, services.GetServices<IConnectionAdmission>(), services.GetRequiredService<CallerWatch>()),
            new SocketLimits(
                services.GetRequiredService<TimeProvider>(),
                TimeSpan.FromSeconds(options.Value.ConnectionInitTimeoutSeconds),
                Goodbye,
                options.Value.MaxOperationsPerSocket,
                options.Value.Rates.SocketMessagesPerSecond),
            services.GetRequiredService<ILogger<SocketSession>>());
    }
}
