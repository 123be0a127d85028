namespace EduAnalytics.Journal.Sqlite;

/// <summary>
/// A write that waits for its group. It is applied inside the group's transaction, but tells its caller only after
/// the commit; both happen on the writer's thread, the caller goes on elsewhere.
/// </summary>
internal abstract class QueuedWrite
{
    /// <summary>Bytes this write brings to its group.</summary>
    public abstract int Size { get; }

    /// <summary>Writes, or decides the refusal. Throws only when the store fails.</summary>
    public abstract void Apply(WriterSession session);

    /// <summary>The group is on disk.</summary>
    public abstract void Acknowledge();

    /// <summary>The group is not.</summary>
    public abstract void Fail(Exception cause);
}
