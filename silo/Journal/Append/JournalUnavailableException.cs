namespace EduAnalytics.Journal;

/// <summary>The journal's store could not be used. Nothing that was acknowledged is lost.</summary>
public sealed class JournalUnavailableException(JournalFault fault, string message, Exception? cause = null)
    : Exception(message, cause)
{
    public JournalFault Fault { get; } = fault;

    /// <summary>
    /// Whether the same call, unchanged, may succeed once the store is back. Only a damaged file does not come back
    /// by itself.
    /// </summary>
    public bool Retryable => Fault is not JournalFault.Damaged;
}
