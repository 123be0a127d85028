using System.Diagnostics;

namespace EduAnalytics.Journal.Groups;

internal sealed class QueuedAppend(JournalEntry entry) : QueuedWrite
{
    private readonly TaskCompletionSource<AppendOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    public JournalEntry Entry => entry;

    /// <summary>What the store decided; told when the group is on disk.</summary>
    public AppendOutcome? Outcome { get; set; }

    public Task<AppendOutcome> Completion => _completion.Task;

    public override int Size => entry.Payload.Length;

    public override void Acknowledge()
    {
        JournalInstruments.AppendCompleted(_startedAt);
        _completion.TrySetResult(Outcome ?? throw new InvalidOperationException("The store left an append undecided."));
    }

    public override void Fail(Exception cause)
    {
        JournalInstruments.AppendNotAcknowledged(cause is JournalUnavailableException { Fault: var fault } ? fault : null);
        _completion.TrySetException(cause);
    }
}
