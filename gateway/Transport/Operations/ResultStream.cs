using System.Threading.Channels;
using GraphQL;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>Turns the engine's pushed results of a subscription into a sequence that its reader pulls.</summary>
internal static class ResultStream
{
    public static async IAsyncEnumerable<ExecutionResult> FollowAsync(
        IObservable<ExecutionResult> results,
        SubscriptionPace pace,
        GatewayInstruments instruments,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancelled)
    {
        // One place is enough: the pace lets the source make the next only when this one was taken and sent.
        var place = Channel.CreateBounded<ExecutionResult>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        instruments.SubscriptionStarted();
        try
        {
            using var subscription = results.Subscribe(new Receiver(place.Writer));
            await foreach (var result in place.Reader.ReadAllAsync(cancelled))
            {
                yield return result;
                pace.Sent();
            }
        }
        finally
        {
            instruments.SubscriptionEnded();
        }
    }

    private sealed class Receiver(ChannelWriter<ExecutionResult> place) : IObserver<ExecutionResult>
    {
        public void OnNext(ExecutionResult value) => place.TryWrite(value);

        public void OnCompleted() => place.TryComplete();

        public void OnError(Exception error)
        {
            // The engine has already put a source's failure through the resolver failures, so this is what may be shown.
            if (error is not ExecutionError shown)
            {
                place.TryComplete(error);
                return;
            }
            place.TryWrite(new ExecutionResult { Errors = [shown] });
            place.TryComplete();
        }
    }
}
