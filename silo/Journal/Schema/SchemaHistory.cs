namespace EduAnalytics.Journal.Schema;

/// <summary>The schema of one kind of store, and where a database of that kind says which version it has.</summary>
/// <param name="VersionTable">The table with a row for each step taken.</param>
/// <param name="HasVersionTable">A query that tells whether that table is there.</param>
/// <param name="Steps">The steps that this program knows, from version 1.</param>
internal sealed record SchemaHistory(string VersionTable, string HasVersionTable, IReadOnlyList<Migration> Steps)
{
    /// <summary>The newest version this program knows.</summary>
    public int Known => Steps[^1].Version;
}
