namespace EduAnalytics.Journal.Groups;

internal sealed class QueuedSnapshot(Snapshot snapshot) : QueuedWrite
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Snapshot Snapshot => snapshot;

    /// <summary>The org unit's head as the store found it; a snapshot ahead of it was not written.</summary>
    public long Head { get; set; }

    public Task Completion => _completion.Task;

    public override int Size => snapshot.Row.Length + snapshot.State.Length;

    public override void Acknowledge()
    {
        if (snapshot.Sequence <= Head)
            _completion.TrySetResult();
        else
            _completion.TrySetException(new InvalidOperationException(
                $"The snapshot of '{snapshot.OrgUnit}' at {snapshot.Sequence} is ahead of its journal, which ends at {Head}."));
    }

    public override void Fail(Exception cause) => _completion.TrySetException(cause);
}
