namespace EduAnalytics.Journal;

/// <summary>
/// What became of an append: one of the three nested cases. A refusal is a value, since another activation or a
/// repeated send can cause it at any time; a broken store throws <see cref="JournalUnavailableException"/>.
/// </summary>
public abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>The entry is on disk.</summary>
    public sealed record Appended : AppendOutcome
    {
        private Appended()
        {
        }

        public static Appended Instance { get; } = new();
    }

    /// <summary>
    /// The entry was not the org unit's next one: another activation wrote meanwhile. Read the journal from where
    /// you stand, decide again.
    /// </summary>
    /// <param name="Head">The org unit's last sequence on disk; 0 when it has no entries.</param>
    public sealed record Fenced(long Head) : AppendOutcome;

    /// <summary>
    /// The org unit already has this submission id. Told before <see cref="Fenced"/> when both hold, because a
    /// sender who repeats an append whose answer was lost must hear that it is done.
    /// </summary>
    /// <param name="Receipt">The accepted one; compare its hash.</param>
    public sealed record Duplicate(SubmissionReceipt Receipt) : AppendOutcome;
}
