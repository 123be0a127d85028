using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Transport.WebSocket;

/// <summary>The operations that run on one socket, by the ids their client gave them.</summary>
internal sealed class SocketOperations(
    SocketWire wire, OperationRunner runner, ResultJson json, IServiceScopeFactory scopes, SocketCaller caller)
{
    private readonly ConcurrentDictionary<string, Running> _running = new();

    public int Count => _running.Count;

    /// <summary>Counts an operation as a request of the socket's caller.</summary>
    public bool MayAsk([NotNullWhen(false)] out HttpProblem? problem) => caller.Rates.MayAsk(caller.Key, out problem);

    /// <returns>False where an operation of this id is still running.</returns>
    public bool TryStart(string id, OperationRequest request)
    {
        var running = new Running(new CancellationTokenSource());
        if (!_running.TryAdd(id, running))
            return false;
        // On its own, so that a long calculation does not keep the socket from answering pings.
        running.Work = Task.Run(() => RunAsync(id, running, request));
        return true;
    }

    public void Stop(string id)
    {
        if (_running.TryGetValue(id, out var running))
            running.Stop.Cancel();
    }

    public Task RefuseAsync(string id, ExecutionError error) => SendErrorsAsync(id, [error]);

    /// <summary>Completes when every operation has let go of what it followed.</summary>
    public Task StopAllAsync()
    {
        var all = _running.Values.ToList();
        all.ForEach(running => running.Stop.Cancel());
        return Task.WhenAll(all.Select(running => running.Work));
    }

    private async Task RunAsync(string id, Running running, OperationRequest request)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var asking = new OperationCaller(caller.User, scope.ServiceProvider, caller.Key);
            var outcome = await runner.RunAsync(request, asking, OperationKinds.All, running.Stop.Token);
            await foreach (var result in outcome.ResultsAsync())
            {
                if (running.Stop.IsCancellationRequested)
                    return;
                if (!result.Executed || outcome.IsFailedSubscription)
                {
                    await EndAsync(id, running, () => SendErrorsAsync(id, result.Errors ?? []));
                    return;
                }
                await wire.SendAsync(SocketMessage.Next, id, writer => json.Write(writer, result));
            }
            await EndAsync(id, running, () => wire.SendAsync(SocketMessage.Complete, id));
        }
        catch (OperationCanceledException) when (running.Stop.IsCancellationRequested)
        {
            // The client completed it or the socket is closing: neither waits for an answer.
        }
        catch (WebSocketException)
        {
            // The connection broke; the socket's reading side sees the same and ends the session.
        }
        finally
        {
            Forget(id, running);
        }
    }

    /// <summary>Frees the id before the client hears of the end, for it may use it again at once.</summary>
    private Task EndAsync(string id, Running running, Func<Task> tell)
    {
        Forget(id, running);
        return tell();
    }

    private void Forget(string id, Running running) => _running.TryRemove(new KeyValuePair<string, Running>(id, running));

    private Task SendErrorsAsync(string id, ExecutionErrors errors) =>
        wire.SendAsync(SocketMessage.Error, id, writer => json.Write(writer, errors));

    private sealed class Running(CancellationTokenSource stop)
    {
        public CancellationTokenSource Stop { get; } = stop;

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
