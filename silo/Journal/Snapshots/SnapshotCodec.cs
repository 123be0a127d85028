using System.Text.Json;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Register;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Journal.Snapshots;

/// <summary>
/// Ledgers as snapshots. A snapshot only shortens a replay: one in a format that this program does not know is passed over,
/// and the journal tells everything again.
/// </summary>
public static class SnapshotCodec
{
    private const int Format = 3;

    public static Snapshot Encode(OrgUnitId unit, SchoolLedger ledger, Row row, Catalogue catalogue)
    {
        var head = new SchoolState(
            catalogue.Register.Fingerprint, ledger.RecordsAcceptedAt, ledger.NewestDay, [.. ledger.Stated.All], [.. ledger.Problems.All],
            [.. ledger.Acknowledged.All], ledger.NewestMonthEnded);
        using var state = new MemoryStream();
        using var writer = new BinaryWriter(state);
        var headBytes = JsonSerializer.SerializeToUtf8Bytes(head, JournalJson.Default.SchoolState);
        writer.Write7BitEncodedInt(headBytes.Length);
        writer.Write(headBytes);
        StudentsCodec.Write(writer, ledger.Students);
        writer.Flush();
        return new Snapshot(
            unit.Code,
            ledger.Sequence,
            Format,
            JsonSerializer.SerializeToUtf8Bytes(new RowState(catalogue.RowRules, row.Since(0)), JournalJson.Default.RowState),
            state.ToArray());
    }

    public static Snapshot Encode(OrgUnitId unit, AuthorityLedger ledger) =>
        new(
            unit.Code,
            ledger.Sequence,
            Format,
            ReadOnlyMemory<byte>.Empty,
            JsonSerializer.SerializeToUtf8Bytes(
                new AuthorityState([.. ledger.Stated.All], [.. ledger.Problems.All], [.. ledger.Acknowledged.All], ledger.NewestMonthEnded),
                JournalJson.Default.AuthorityState));

    /// <summary>
    /// False, and nothing restored, where the format is not known, or the register's reasons meant something else then.
    /// </summary>
    public static bool TryRestore(Snapshot snapshot, SchoolLedger ledger, RegisterReasons register)
    {
        if (snapshot.FormatVersion != Format)
            return false;
        using var reader = new BinaryReader(new MemoryStream(snapshot.State.ToArray(), writable: false));
        var headBytes = reader.ReadBytes(reader.Read7BitEncodedInt());
        var head = JsonSerializer.Deserialize(headBytes, JournalJson.Default.SchoolState)
            ?? throw new JsonException($"The snapshot of {snapshot.OrgUnit} holds no school.");
        if (head.Register != register.Fingerprint)
            return false;
        ledger.Restore(snapshot.Sequence, head.RecordsAcceptedAt, head.NewestDay, head.NewestMonthEnded, head.Stated, StudentsCodec.Read(reader));
        foreach (var problems in head.Problems)
            ledger.Problems.Restore(problems);
        foreach (var word in head.Acknowledged ?? [])
            ledger.Acknowledged.Restore(word);
        return true;
    }

    /// <summary>False, and nothing restored, where the format is not known.</summary>
    public static bool TryRestore(Snapshot snapshot, AuthorityLedger ledger)
    {
        if (snapshot.FormatVersion != Format)
            return false;
        var state = JsonSerializer.Deserialize(snapshot.State.Span, JournalJson.Default.AuthorityState)
            ?? throw new JsonException($"The snapshot of {snapshot.OrgUnit} holds no authority.");
        ledger.Restore(snapshot.Sequence, state.NewestMonthEnded, state.Stated, state.Problems ?? [], state.Acknowledged ?? []);
        return true;
    }

    /// <summary>
    /// The row stored for a parent; null where there is none, its format is not known, or it was made under other rules than
    /// those in force: then the child must be woken and tell its row anew.
    /// </summary>
    public static RowUpdate? DecodeRow(SnapshotRow? stored, string rowRules)
    {
        if (stored is not { FormatVersion: Format, Measures.Length: > 0 })
            return null;
        var state = JsonSerializer.Deserialize(stored.Measures.Span, JournalJson.Default.RowState);
        return state?.Rules == rowRules ? state.Row : null;
    }
}

/// <param name="Acknowledged">Null in a snapshot from before findings could be acknowledged.</param>
/// <param name="NewestMonthEnded">A month's ordinal; null also in a snapshot from before the calendar ended months.</param>
internal sealed record SchoolState(
    string Register,
    DateTimeOffset? RecordsAcceptedAt,
    DateOnly? NewestDay,
    StatedFigure[] Stated,
    ProblemLedger[] Problems,
    Acknowledgement[]? Acknowledged,
    int? NewestMonthEnded = null);

internal sealed record RowState(string Rules, RowUpdate Row);

/// <param name="Problems">Null in a snapshot from before ledgers of problems were kept.</param>
/// <param name="Acknowledged">Null in a snapshot from before findings could be acknowledged.</param>
/// <param name="NewestMonthEnded">Null also in a snapshot from before the calendar ended months.</param>
internal sealed record AuthorityState(
    StatedFigure[] Stated, ProblemLedger[]? Problems, Acknowledgement[]? Acknowledged, Period? NewestMonthEnded = null);
