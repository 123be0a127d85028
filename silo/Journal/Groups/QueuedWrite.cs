namespace EduAnalytics.Journal.Groups;

/// <summary>
/// A write that waits for its group. The store decides it inside the group's transaction, but its caller is told only
/// after the commit; both happen on the writer's thread, the caller goes on elsewhere.
/// </summary>
internal abstract class QueuedWrite
{
    /// <summary>Bytes this write brings to its group.</summary>
    public abstract int Size { get; }

    /// <summary>The group is on disk.</summary>
    public abstract void Acknowledge();

    /// <summary>The group is not.</summary>
    public abstract void Fail(Exception cause);
}
