using System.Security.Claims;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Rates;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.ServerSentEvents;

/// <summary>Who starts an operation, and which kinds the request can carry.</summary>
internal sealed record StreamCaller(ClaimsPrincipal User, CallerKey Key, OperationKinds Kinds);

/// <summary>Starts operations whose results go to a shared event stream, and not to the request that asked for them.</summary>
internal sealed class SharedStreamOperations(OperationRunner runner, IServiceScopeFactory scopes, IOptions<GatewayOptions> options)
{
    /// <returns>Both null where it started; else the answer, or the problem, for the request.</returns>
    public async Task<(ExecutionResult? Answer, HttpProblem? Problem)> StartAsync(
        SharedStream stream, string id, OperationRequest request, StreamCaller caller)
    {
        if (stream.Operations >= options.Value.MaxOperationsPerSocket)
            return (null, HttpProblem.TooManyOperations(options.Value.MaxOperationsPerSocket));
        if (!stream.TryAdd(id, out var stopped))
            return (null, HttpProblem.OperationIdInUse(id));

        var stop = stopped.Token;
        // Outlives the request that brings it, hence a scope of its own.
        var scope = scopes.CreateAsyncScope();
        var handedOver = false;
        try
        {
            var outcome = await runner.RunAsync(
                request, new OperationCaller(caller.User, scope.ServiceProvider, caller.Key), caller.Kinds, stop);
            if (outcome is { Events: null, Result.Executed: false })
                return (outcome.Result, null);
            handedOver = true;
            _ = TellAsync(stream, id, outcome, stopped, scope, stop);
            return (null, null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped before it began: nobody waits for anything.
            return (null, null);
        }
        finally
        {
            if (!handedOver)
            {
                stream.Forget(id, stopped);
                await scope.DisposeAsync();
            }
        }
    }

    private static async Task TellAsync(
        SharedStream stream, string id, OperationOutcome outcome, CancellationTokenSource stopped, AsyncServiceScope scope, CancellationToken stop)
    {
        await using (scope)
        {
            try
            {
                await foreach (var result in outcome.ResultsAsync())
                    await stream.TellAsync(new StreamEvent(id, result), stop);
                // The client may use the id again as soon as it hears of the end.
                stream.Forget(id, stopped);
                await stream.TellAsync(new StreamEvent(id, null), stream.Ended);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested || stream.Ended.IsCancellationRequested)
            {
                // The client stopped it, or left.
            }
            finally
            {
                stream.Forget(id, stopped);
            }
        }
    }
}
