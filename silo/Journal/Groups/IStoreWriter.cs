namespace EduAnalytics.Journal.Groups;

/// <summary>The writing side of a database, with the one connection that writes. Used by the writer's thread only.</summary>
internal interface IStoreWriter : IDisposable
{
    /// <summary>The database's name in traces, of OpenTelemetry's list of <c>db.system.name</c>.</summary>
    string SystemName { get; }

    /// <summary>
    /// Writes the group in one transaction and decides what becomes of each write. When it returns the group is durable;
    /// when it throws nobody may be told that anything is.
    /// </summary>
    void Commit(WriteGroup group);

    /// <summary>
    /// Gives the connection up, with its transaction: after a failure only a new one is sure to see the store as it is.
    /// The next group opens it.
    /// </summary>
    void Abandon();

    /// <summary>The database's error in the journal's words; null for what no database reported.</summary>
    JournalUnavailableException? Recognise(Exception cause);
}
