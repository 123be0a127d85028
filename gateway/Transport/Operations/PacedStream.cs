using GraphQL;
using GraphQL.Resolvers;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>Serves an asynchronous sequence as a subscription's source, at the pace of its reader.</summary>
internal sealed class PacedStream<T>(Func<IResolveFieldContext, Task<IAsyncEnumerable<T>>> follow) : ISourceStreamResolver
{
    public async ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) =>
        new Source(await follow(context), SubscriptionPace.Of(context));

    private sealed class Source(IAsyncEnumerable<T> events, SubscriptionPace pace) : IObservable<object?>
    {
        public IDisposable Subscribe(IObserver<object?> observer)
        {
            var stop = new CancellationTokenSource();
            // Not awaited: it reports every outcome to the observer, and ends when the subscription is disposed.
            _ = PumpAsync(observer, stop.Token);
            return new Subscription(stop);
        }

        private async Task PumpAsync(IObserver<object?> observer, CancellationToken stopped)
        {
            try
            {
                await using var source = events.GetAsyncEnumerator(stopped);
                while (true)
                {
                    await pace.UntilWantedAsync(stopped);
                    if (!await source.MoveNextAsync())
                        break;
                    observer.OnNext(source.Current);
                }
                observer.OnCompleted();
            }
            catch (OperationCanceledException) when (stopped.IsCancellationRequested)
            {
                // The subscriber left: there is nobody to tell, and completing tidies up what hangs on the observer.
                observer.OnCompleted();
            }
            catch (Exception failure)
            {
                observer.OnError(failure);
            }
        }
    }

    private sealed class Subscription(CancellationTokenSource stop) : IDisposable
    {
        public void Dispose() => stop.Cancel();
    }
}
