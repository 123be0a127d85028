using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Journal;

/// <summary>The journal's store could not be used. Nothing that was acknowledged is lost.</summary>
public sealed class JournalUnavailableException(JournalFault fault, string message, Exception? cause = null)
    : StoreUnavailableException(message, cause)
{
    public JournalFault Fault { get; } = fault;

    /// <summary>Only a damaged store does not come back by itself.</summary>
    public override bool Retryable => Fault is not JournalFault.Damaged;
}
