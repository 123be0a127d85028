using System.Net.WebSockets;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Limits;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>
/// The protocol graphql-transport-ws on one socket. Whoever first decides how it ends (the client, a broken rule,
/// the patience for its initialisation, its caller's right, this server's stopping) settles <see cref="_ending"/>; from then on nothing is obeyed.
/// </summary>
internal sealed class SocketSession(
    SocketWire wire, SocketOperations operations, SocketAdmission admission, SocketLimits limits, ILogger log)
{
    private readonly TaskCompletionSource<SocketClosure> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MessageRate _messages = new(limits.Time, limits.MessagesPerSecond);
    private bool _initialising;
    private volatile bool _acknowledged;
    private CallerWatch.Watched? _right;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var patience = limits.Time.CreateTimer(
            _ => { if (!_acknowledged) End(SocketClosure.InitialisationTimeout); },
            null, limits.Initialisation, Timeout.InfiniteTimeSpan);
        using var shutdown = stopping.Register(() => End(SocketClosure.GoingAway));
        var reading = ReadAsync();

        var closure = await _ending.Task;
        _right?.Dispose();
        var goodbye = SayGoodbyeAsync(closure, reading);
        try
        {
            await goodbye.WaitAsync(limits.Goodbye, limits.Time, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // It neither reads nor closes. Aborting fails the pending calls, so the rest ends at once.
            wire.Abort();
            await goodbye;
        }
    }

    private async Task SayGoodbyeAsync(SocketClosure closure, Task reading)
    {
        try
        {
            await operations.StopAllAsync();
            await wire.CloseAsync(closure);
            await reading;
        }
        catch (WebSocketException gone)
        {
            log.LogDebug(gone, "The connection broke while the socket was closing");
        }
    }

    /// <summary>Reads until the client's close frame, also after the end is settled: the frame is still to come then.</summary>
    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                var (text, end) = await wire.ReceiveAsync();
                if (end is not null)
                    End(end);
                else if (!_ending.Task.IsCompleted)
                    await HandleAsync(text);
                if (end == SocketClosure.Normal)
                    return;
            }
        }
        catch (WebSocketException gone)
        {
            log.LogDebug(gone, "The connection broke");
            End(SocketClosure.Normal);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "A socket's session failed");
            End(SocketClosure.InternalError);
        }
    }

    private async Task HandleAsync(ReadOnlyMemory<byte> text)
    {
        if (!_messages.TryCount())
        {
            End(SocketClosure.TooManyMessages(limits.MessagesPerSecond));
            return;
        }
        if (!SocketMessage.TryRead(text, out var message, out var problem))
        {
            End(SocketClosure.BadRequest(problem));
            return;
        }
        switch (message.Type)
        {
            case SocketMessage.ConnectionInit:
                await InitialiseAsync(message);
                break;
            case SocketMessage.Ping:
                await wire.SendAsync(SocketMessage.Pong, null, message.Payload is { } echo ? echo.WriteTo : null);
                break;
            case SocketMessage.Subscribe:
                await SubscribeAsync(message);
                break;
            case SocketMessage.Complete:
                operations.Stop(message.Id);
                break;
        }
    }

    private async Task InitialiseAsync(SocketMessage message)
    {
        if (_initialising)
        {
            End(SocketClosure.TooManyInitialisations);
            return;
        }
        _initialising = true;
        if (!await admission.AdmitsAsync(message.Payload))
        {
            End(SocketClosure.Forbidden);
            return;
        }
        _acknowledged = true;
        _right = admission.Follow();
        _right.Ended.Register(() => End(SocketClosure.Unauthorised));
        await wire.SendAsync(SocketMessage.ConnectionAck);
    }

    private async Task SubscribeAsync(SocketMessage message)
    {
        if (!_acknowledged)
            End(SocketClosure.Unauthorised);
        else if (!OperationRequest.TryRead(message.Payload!.Value, out var request, out var problem))
            End(SocketClosure.BadRequest(problem));
        else if (operations.Count >= limits.Operations)
            await operations.RefuseAsync(message.Id, TooManyOperations());
        else if (!operations.MayAsk(out var tooMany))
            await operations.RefuseAsync(message.Id, tooMany.AsError());
        else if (!operations.TryStart(message.Id, request))
            End(SocketClosure.SubscriberExists(message.Id));
    }

    private LimitExceededError TooManyOperations() => new(
        ErrorCodes.TooManyOperations,
        $"This socket has {limits.Operations} operations running, which is the limit",
        new LimitReached(nameof(GatewayOptions.MaxOperationsPerSocket), limits.Operations, limits.Operations + 1L));

    private void End(SocketClosure closure) => _ending.TrySetResult(closure);
}
