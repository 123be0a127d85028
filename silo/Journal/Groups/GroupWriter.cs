using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Journal.Groups;

/// <summary>
/// The one writer. It takes everything that waits, has it written in one transaction and acknowledges after the commit:
/// the disk's sync, which dominates, is shared by all who waited, and while it runs the next group gathers. No delay
/// is added to make groups larger; load makes them large by itself.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    /// <summary>Bounds how long the first of a group waits for the last, and what the cache must hold.</summary>
    private const int GroupBytes = 8 << 20;
    private const int GroupWrites = 1024;

    private readonly IStoreWriter _store;
    private readonly ILogger _log;
    private readonly Channel<QueuedWrite> _queue;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WriteGroup _group = new();
    private bool _failing;

    public GroupWriter(IStoreWriter store, int queueCapacity, ILogger log)
    {
        _store = store;
        _log = log;
        _queue = Channel.CreateBounded<QueuedWrite>(new BoundedChannelOptions(queueCapacity)
        {
            SingleReader = true,
            // Wakes the writer from the sender's thread: a busy thread pool must not hold the disk up. What a sender
            // in turn runs on the writer's thread, when room is made for it, is only the start of its next wait.
            AllowSynchronousContinuations = true,
        });
        new Thread(Run) { Name = "Journal writer", IsBackground = true }.UnsafeStart();
    }

    /// <summary>Waits for room, not for the write.</summary>
    /// <exception cref="JournalUnavailableException">The journal is closed.</exception>
    public async ValueTask EnqueueAsync(QueuedWrite write, CancellationToken ct)
    {
        JournalInstruments.WriteQueued();
        try
        {
            await _queue.Writer.WriteAsync(write, ct);
        }
        catch (ChannelClosedException)
        {
            JournalInstruments.WritesLeftQueue(1);
            throw new JournalUnavailableException(JournalFault.Closed, "The journal is shutting down.");
        }
        catch (OperationCanceledException)
        {
            JournalInstruments.WritesLeftQueue(1);
            throw;
        }
    }

    /// <summary>Refuses new writes, finishes those that wait, closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task;
    }

    /// <summary>
    /// A thread of its own, since a database's commit blocks and a blocked pool thread is one that grains lack. Waiting
    /// for the queue may therefore block too.
    /// </summary>
    private void Run()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_group.Bytes < GroupBytes && _group.Count < GroupWrites && _queue.Reader.TryRead(out var write))
                _group.Add(write);
            CommitOrFail();
            JournalInstruments.WritesLeftQueue(_group.Count);
            _group.Clear();
        }
        _store.Dispose();
        _ended.SetResult();
    }

    private void CommitOrFail()
    {
        using var span = JournalInstruments.GroupCommitStarted(_store.SystemName, _group);
        try
        {
            _store.Commit(_group);
            span?.Stop();
        }
        // Also what nobody foresaw must reach the callers, and must not end the thread that all others wait for.
        catch (Exception cause)
        {
            var told = _store.Recognise(cause) ?? cause;
            JournalInstruments.Failed(span, told);
            NoteFailure(told);
            _store.Abandon();
            _group.Fail(told);
            return;
        }
        JournalInstruments.GroupCommitted(_group.Count);
        _group.Acknowledge();
        NoteRecovery();
    }

    private void NoteFailure(Exception cause)
    {
        if (!_failing)
            _log.WritesFail(cause);
        _failing = true;
    }

    private void NoteRecovery()
    {
        if (_failing)
            _log.WritesSucceedAgain();
        _failing = false;
    }
}
