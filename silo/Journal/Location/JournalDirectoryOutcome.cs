namespace EduAnalytics.Journal;

/// <summary>What became of taking a journal directory: one of the three nested cases.</summary>
public abstract record JournalDirectoryOutcome
{
    private JournalDirectoryOutcome()
    {
    }

    /// <summary>One sentence for whoever started the program.</summary>
    public abstract string Sentence { get; }

    /// <summary>The directory, or its refusal as an exception for callers who cannot go on without.</summary>
    /// <exception cref="JournalDirectoryException">It was not taken.</exception>
    public JournalDirectory OrThrow() =>
        this is Taken taken ? taken.Directory : throw new JournalDirectoryException(this);

    /// <param name="Directory">Held until it is disposed.</param>
    /// <param name="Created">True when there was no such directory before.</param>
    public sealed record Taken(JournalDirectory Directory, bool Created) : JournalDirectoryOutcome
    {
        public override string Sentence => Created
            ? $"The directory '{Directory.Path}' was created."
            : $"The directory '{Directory.Path}' is in use by this process.";
    }

    /// <param name="Path">Full path.</param>
    public sealed record InUse(string Path) : JournalDirectoryOutcome
    {
        public override string Sentence =>
            $"The directory '{Path}' is in use by another running instance: stop that one, or choose another directory.";
    }

    /// <param name="Path">Full path.</param>
    /// <param name="Reason">The operating system's words.</param>
    public sealed record NotWritable(string Path, string Reason) : JournalDirectoryOutcome
    {
        public override string Sentence => $"The directory '{Path}' cannot be written: {Reason}";
    }
}
