namespace EduAnalytics.Journal;

/// <summary>The journal's directory could not be taken; the message is the outcome's sentence.</summary>
public sealed class JournalDirectoryException(JournalDirectoryOutcome outcome) : Exception(outcome.Sentence)
{
    public JournalDirectoryOutcome Outcome { get; } = outcome;
}
