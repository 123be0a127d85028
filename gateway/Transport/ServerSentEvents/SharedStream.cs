using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EduAnalytics.Gateway.Transport.Errors;
using GraphQL;

namespace EduAnalytics.Gateway.Transport.ServerSentEvents;

/// <summary>
/// An event stream that a client reserved, and then opened, for all its operations. One event is under way at a time: a
/// client that reads slowly slows its operations, whose sources conflate.
/// </summary>
/// <param name="owner">Who reserved it; a stranger who has the token finds nothing.</param>
internal sealed class SharedStream(string token, string owner, IDisposable place) : IDisposable
{
    private readonly Channel<StreamEvent> _events = Channel.CreateBounded<StreamEvent>(1);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _operations = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ended = new();
    private int _opened;

    public string Token => token;

    public string Owner => owner;

    public int Operations => _operations.Count;

    /// <summary>Cancelled when the stream is over: its client left, or never came.</summary>
    public CancellationToken Ended => _ended.Token;

    public bool IsOpen => Volatile.Read(ref _opened) == 1;

    /// <returns>False where it is open already.</returns>
    public bool TryOpen() => Interlocked.Exchange(ref _opened, 1) == 0;

    /// <param name="stopped">Cancelled when the client completes the operation, and when the stream ends.</param>
    /// <returns>False where an operation of this id is running.</returns>
    public bool TryAdd(string id, [NotNullWhen(true)] out CancellationTokenSource? stopped)
    {
        stopped = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        if (_operations.TryAdd(id, stopped))
            return true;
        stopped.Dispose();
        stopped = null;
        return false;
    }

    public void Stop(string id)
    {
        if (!_operations.TryRemove(id, out var stopped))
            return;
        stopped.Cancel();
        stopped.Dispose();
    }

    /// <summary>Frees the id, if it still is this operation's. Whoever takes an operation out of the list disposes of it.</summary>
    public void Forget(string id, CancellationTokenSource stopped)
    {
        if (_operations.TryRemove(new KeyValuePair<string, CancellationTokenSource>(id, stopped)))
            stopped.Dispose();
    }

    public ValueTask TellAsync(StreamEvent told, CancellationToken stopped) => _events.Writer.WriteAsync(told, stopped);

    /// <summary>The operations' events as they come. When the reader's right ends each operation says so, and then nothing comes any more.</summary>
    public async IAsyncEnumerable<StreamEvent> EventsAsync([EnumeratorCancellation] CancellationToken leaving, CancellationToken rightEnded)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(leaving, rightEnded);
        await using var events = _events.Reader.ReadAllAsync(ending.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await MoveNextAsync(events, leaving, rightEnded))
            yield return events.Current;
        foreach (var id in _operations.Keys)
        {
            yield return new StreamEvent(id, new ExecutionResult { Errors = [UnauthenticatedError.OfEndedRight()] });
            yield return new StreamEvent(id, null);
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<StreamEvent> events, CancellationToken leaving, CancellationToken rightEnded)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (OperationCanceledException) when (rightEnded.IsCancellationRequested && !leaving.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Ends it with all its operations.</summary>
    public void Dispose()
    {
        _ended.Cancel();
        place.Dispose();
    }
}
