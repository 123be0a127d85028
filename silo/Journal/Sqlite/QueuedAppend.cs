using System.Diagnostics;

namespace EduAnalytics.Journal.Sqlite;

internal sealed class QueuedAppend(JournalEntry entry) : QueuedWrite
{
    private readonly TaskCompletionSource<AppendOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private AppendOutcome _outcome = AppendOutcome.Appended.Instance;

    public Task<AppendOutcome> Completion => _completion.Task;

    public override int Size => entry.Payload.Length;

    /// <summary>
    /// Looks before it writes instead of letting the unique indexes refuse: a failed statement would have to be told
    /// apart from a failing store, and the refusal must name the head and the receipt. The indexes stay as the guard.
    /// </summary>
    public override void Apply(WriterSession session)
    {
        if (session.FindSubmission(entry.OrgUnit, entry.SubmissionId) is { } receipt)
            _outcome = new AppendOutcome.Duplicate(receipt);
        else if (session.ReadHead(entry.OrgUnit) is var head && head != entry.Sequence - 1)
            _outcome = new AppendOutcome.Fenced(head);
        else
            session.Insert(entry);
    }

    public override void Acknowledge()
    {
        JournalInstruments.AppendCompleted(_startedAt);
        _completion.TrySetResult(_outcome);
    }

    public override void Fail(Exception cause)
    {
        JournalInstruments.AppendNotAcknowledged(cause is JournalUnavailableException { Fault: var fault } ? fault : null);
        _completion.TrySetException(cause);
    }
}
