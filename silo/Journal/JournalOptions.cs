namespace EduAnalytics.Journal;

/// <summary>Where the journal lives and how much may wait for it.</summary>
public sealed class JournalOptions
{
    /// <summary>The directory that holds the journal, created when absent; one process at a time.</summary>
    public string Directory { get; set; } = "";

    /// <summary>
    /// Writes that may wait for the disk before senders are held back. More gains nothing once a group is full,
    /// and each one keeps its payload in memory.
    /// </summary>
    public int QueueCapacity { get; set; } = 1024;

    /// <summary>Whole seconds to wait for another program (a backup, a shell) that holds the database.</summary>
    public int LockWaitSeconds { get; set; } = 5;
}
