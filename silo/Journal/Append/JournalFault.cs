namespace EduAnalytics.Journal;

/// <summary>Why the journal's store could not be used.</summary>
public enum JournalFault
{
    /// <summary>No room left on the disk.</summary>
    StorageFull,

    /// <summary>The store can be read and not written.</summary>
    ReadOnly,

    /// <summary>Another program holds the store for longer than the journal waits.</summary>
    Locked,

    /// <summary>The database server does not answer, or takes no connections.</summary>
    Unreachable,

    /// <summary>The disk or file system reported an error, or the file cannot be opened.</summary>
    StorageFailed,

    /// <summary>The journal is shutting down.</summary>
    Closed,

    /// <summary>The file is no database or its structure is broken; it must be restored.</summary>
    Damaged,
}
