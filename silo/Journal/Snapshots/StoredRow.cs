namespace EduAnalytics.Journal;

/// <summary>What the journal can tell a parent about a child without waking it.</summary>
/// <param name="OrgUnit">Code of the child.</param>
/// <param name="Head">The child's last sequence; 0 when it has no entries.</param>
/// <param name="Row">The row of its snapshot, or null when it has none.</param>
public sealed record StoredRow(string OrgUnit, long Head, SnapshotRow? Row)
{
    /// <summary>True when the journal holds entries that the row does not include: the child must be woken.</summary>
    public bool IsBehind => Head > (Row?.Sequence ?? 0);
}

/// <summary>The part of a snapshot that a parent needs.</summary>
/// <param name="Sequence">The last entry the row includes.</param>
/// <param name="FormatVersion">Version of its encoding.</param>
/// <param name="Measures">The encoded measures, as written in <see cref="Snapshot.Row"/>.</param>
public sealed record SnapshotRow(long Sequence, int FormatVersion, ReadOnlyMemory<byte> Measures);
