namespace EduAnalytics.Journal;

/// <summary>An org unit's state after its entry <paramref name="Sequence"/>; bounds the replay at activation.</summary>
/// <param name="OrgUnit">Code of the org unit.</param>
/// <param name="Sequence">The last entry the state includes; 0 for none.</param>
/// <param name="FormatVersion">Version of the encoding of row and state, for the codec that reads them.</param>
/// <param name="Row">The measures a parent needs; apart from the state so that a parent loads rows without the students.</param>
/// <param name="State">Everything else the org unit needs to go on. Neither may be changed until the write has completed.</param>
public sealed record Snapshot(
    string OrgUnit,
    long Sequence,
    int FormatVersion,
    ReadOnlyMemory<byte> Row,
    ReadOnlyMemory<byte> State);
