using System.Diagnostics;

namespace EduAnalytics.Journal.Groups;

/// <param name="cause">The span of the append, so that the commit can be found from it; default where nobody traces.</param>
internal sealed class QueuedAppend(JournalEntry entry, ActivityContext cause) : QueuedWrite
{
    private readonly TaskCompletionSource<AppendOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    public JournalEntry Entry => entry;

    public ActivityContext Cause => cause;

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
        JournalInstruments.AppendNotAcknowledged(cause);
        _completion.TrySetException(cause);
    }
}
