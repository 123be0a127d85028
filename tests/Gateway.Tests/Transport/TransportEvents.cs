using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace EduAnalytics.Gateway.Tests.Transport;

/// <summary>What the test schema's resolvers do, and what a test wants to know of it.</summary>
internal sealed class TransportEvents
{
    /// <summary>Turns an event that never comes into a failure instead of a test run that never ends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<int> _changes = Channel.CreateUnbounded<int>();
    private readonly TaskCompletionSource _cancelled = new();
    private readonly TaskCompletionSource _waiting = new();
    private int _count;
    private int _asked;

    /// <summary>How many events the sources were asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Completes when a resolver or a source was cancelled.</summary>
    public Task Cancelled => _cancelled.Task.WaitAsync(Patience);

    /// <summary>Completes when a resolver waits or a source is followed.</summary>
    public Task Waiting => _waiting.Task.WaitAsync(Patience);

    public int Count() => Interlocked.Increment(ref _count);

    public void Change(int value) => _changes.Writer.TryWrite(value);

    public async Task WaitUntilCancelledAsync(CancellationToken cancelled)
    {
        _waiting.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancelled);
        }
        finally
        {
            _cancelled.TrySetResult();
        }
    }

    public async IAsyncEnumerable<int> NumbersAsync(int to)
    {
        for (var number = 1; number <= to; number++)
        {
            Interlocked.Increment(ref _asked);
            yield return number;
        }
        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<int> ChangesAsync([EnumeratorCancellation] CancellationToken cancelled = default)
    {
        _waiting.TrySetResult();
        try
        {
            await foreach (var change in _changes.Reader.ReadAllAsync(cancelled))
                yield return change;
        }
        finally
        {
            _cancelled.TrySetResult();
        }
    }

    public static async IAsyncEnumerable<int> BreaksAsync()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException("secret: the connection string");
    }
}
