namespace EduAnalytics.Journal.Groups;

/// <summary>The writes that share one commit. Reused from group to group by the writer's thread.</summary>
internal sealed class WriteGroup
{
    private readonly List<QueuedAppend> _appends = [];
    private readonly List<QueuedSnapshot> _snapshots = [];

    /// <summary>In the order in which they were queued.</summary>
    public IReadOnlyList<QueuedAppend> Appends => _appends;

    /// <summary>To be written after the appends, since a snapshot may include one of them.</summary>
    public IReadOnlyList<QueuedSnapshot> Snapshots => _snapshots;

    public int Count => _appends.Count + _snapshots.Count;

    /// <summary>Payload of all writes.</summary>
    public int Bytes { get; private set; }

    public void Add(QueuedWrite write)
    {
        if (write is QueuedAppend append)
            _appends.Add(append);
        else
            _snapshots.Add((QueuedSnapshot)write);
        Bytes += write.Size;
    }

    public void Acknowledge()
    {
        foreach (var append in _appends)
            append.Acknowledge();
        foreach (var snapshot in _snapshots)
            snapshot.Acknowledge();
    }

    public void Fail(Exception cause)
    {
        foreach (var append in _appends)
            append.Fail(cause);
        foreach (var snapshot in _snapshots)
            snapshot.Fail(cause);
    }

    public void Clear()
    {
        _appends.Clear();
        _snapshots.Clear();
        Bytes = 0;
    }
}
