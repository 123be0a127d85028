using System.Diagnostics;

namespace EduAnalytics.Journal.Sqlite;

internal sealed class QueuedAppend(JournalEntry entry) : QueuedWrite
{
    private readonly TaskCompletionSource<AppendOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private AppendOutcome? _outcome;

    public Task<AppendOutcome> Completion => _completion.Task;

    public override int Size => entry.Payload.Length;

    /// <summary>One statement for what nearly always happens; only a refusal is asked for its reason.</summary>
    public override void Apply(WriterSession session)
    {
        if (session.TryInsert(entry))
            _outcome = AppendOutcome.Appended.Instance;
        else if (session.FindSubmission(entry.OrgUnit, entry.SubmissionId) is { } receipt)
            _outcome = new AppendOutcome.Duplicate(receipt);
        else
            _outcome = new AppendOutcome.Fenced(session.ReadHead(entry.OrgUnit));
    }

    public override void Acknowledge()
    {
        JournalInstruments.AppendCompleted(_startedAt);
        _completion.TrySetResult(_outcome!);
    }

    public override void Fail(Exception cause)
    {
        JournalInstruments.AppendNotAcknowledged(cause is JournalUnavailableException { Fault: var fault } ? fault : null);
        _completion.TrySetException(cause);
    }
}
