using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Journal.Sqlite;

/// <summary>
/// The one writer. It takes everything that waits, writes it in one transaction and acknowledges after the commit:
/// the disk's sync, which dominates, is shared by all who waited, and while it runs the next group gathers. No delay
/// is added to make groups larger; load makes them large by itself.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    /// <summary>Bounds how long the first of a group waits for the last, and what the cache must hold.</summary>
    private const int GroupBytes = 8 << 20;
    private const int GroupWrites = 1024;

    private readonly SqliteFile _file;
    private readonly ILogger _log;
    private readonly Channel<QueuedWrite> _queue;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<QueuedWrite> _group = [];
    private WriterSession? _session;
    private bool _failing;

    public GroupWriter(SqliteFile file, int queueCapacity, ILogger log)
    {
        _file = file;
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
        try
        {
            await _queue.Writer.WriteAsync(write, ct);
        }
        catch (ChannelClosedException)
        {
            throw new JournalUnavailableException(JournalFault.Closed, "The journal is shutting down.");
        }
    }

    /// <summary>Refuses new writes, finishes those that wait, closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task;
    }

    /// <summary>
    /// A thread of its own, since SQLite blocks and a blocked pool thread is one that grains lack. Waiting for the
    /// queue may therefore block too.
    /// </summary>
    private void Run()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Gather();
            CommitOrFail();
            _group.Clear();
        }
        _session?.Dispose();
        _ended.SetResult();
    }

    private void Gather()
    {
        var bytes = 0;
        while (bytes < GroupBytes && _group.Count < GroupWrites && _queue.Reader.TryRead(out var write))
        {
            _group.Add(write);
            bytes += write.Size;
        }
    }

    private void CommitOrFail()
    {
        try
        {
            Commit();
            NoteRecovery();
        }
        catch (SqliteException cause)
        {
            var fault = cause.ToJournalFault();
            NoteFailure(fault);
            Abandon(fault);
        }
        // Also what nobody foresaw must reach the callers, and must not end the thread that all others wait for.
        catch (Exception cause)
        {
            NoteFailure(cause);
            Abandon(cause);
        }
    }

    private void Commit()
    {
        using var span = JournalInstruments.GroupCommitStarted(_group.Count);
        _session ??= new WriterSession(_file.OpenWriter());
        _session.Begin();
        foreach (var write in _group)
            write.Apply(_session);
        _session.Commit();
        JournalInstruments.GroupCommitted(_group.Count);
        foreach (var write in _group)
            write.Acknowledge();
    }

    /// <summary>
    /// A connection that failed is given up with its transaction: after a full disk or an I/O error only a new one
    /// is sure to see the file as it is. The next group opens it.
    /// </summary>
    private void Abandon(Exception cause)
    {
        _session?.Dispose();
        _session = null;
        foreach (var write in _group)
            write.Fail(cause);
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
