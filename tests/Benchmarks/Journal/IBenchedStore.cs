using EduAnalytics.Journal;

namespace EduAnalytics.Benchmarks.Journal;

/// <summary>A database to measure: by its own bulk insert, and under the journal.</summary>
internal interface IBenchedStore
{
    string Name { get; }

    /// <summary>
    /// The database's own bulk insert of the entries: one table without keys, as many rows a commit as a group may have,
    /// each commit on disk. What the journal is measured against.
    /// </summary>
    /// <returns>Rows a second.</returns>
    Task<double> InsertBare(IReadOnlyList<JournalEntry> entries);

    /// <summary>Calls with a journal over a new, empty store.</summary>
    Task<double> WithJournal(Func<IJournal, Task<double>> measure);
}
