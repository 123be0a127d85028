namespace EduAnalytics.Journal.Sqlite;

internal sealed class QueuedSnapshot(Snapshot snapshot) : QueuedWrite
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private InvalidOperationException? _refusal;

    public Task Completion => _completion.Task;

    public override int Size => snapshot.Row.Length + snapshot.State.Length;

    public override void Apply(WriterSession session)
    {
        var head = session.ReadHead(snapshot.OrgUnit);
        if (snapshot.Sequence <= head)
            session.Upsert(snapshot);
        else
            _refusal = new InvalidOperationException(
                $"The snapshot of '{snapshot.OrgUnit}' at {snapshot.Sequence} is ahead of its journal, which ends at {head}.");
    }

    public override void Acknowledge()
    {
        if (_refusal is null)
            _completion.TrySetResult();
        else
            _completion.TrySetException(_refusal);
    }

    public override void Fail(Exception cause) => _completion.TrySetException(cause);
}
