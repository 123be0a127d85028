using System.Text.Json;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Journal.Snapshots;

/// <summary>
/// Ledgers as snapshots. A snapshot only shortens a replay: one in a format that this program does not know is passed over,
/// and the journal tells everything again.
/// </summary>
public static class SnapshotCodec
{
    private const int Format = 2;

    public static Snapshot Encode(OrgUnitId unit, SchoolLedger ledger, Row row, string rowRules)
    {
        var students = ledger.Students.Select(student => new StudentState(
            student.Key, student.Value.Sex, [.. student.Value.Steps], [.. student.Value.Tests]));
        var state = new SchoolState(ledger.RecordsAcceptedAt, ledger.NewestYear, [.. ledger.Stated.All], [.. students], [.. ledger.Problems.All]);
        return new Snapshot(
            unit.Code,
            ledger.Sequence,
            Format,
            JsonSerializer.SerializeToUtf8Bytes(new RowState(rowRules, row.Since(0)), JournalJson.Default.RowState),
            JsonSerializer.SerializeToUtf8Bytes(state, JournalJson.Default.SchoolState));
    }

    public static Snapshot Encode(OrgUnitId unit, AuthorityLedger ledger) =>
        new(
            unit.Code,
            ledger.Sequence,
            Format,
            ReadOnlyMemory<byte>.Empty,
            JsonSerializer.SerializeToUtf8Bytes(new AuthorityState([.. ledger.Stated.All], [.. ledger.Problems.All]), JournalJson.Default.AuthorityState));

    /// <summary>False, and nothing restored, where the format is not known.</summary>
    public static bool TryRestore(Snapshot snapshot, SchoolLedger ledger)
    {
        if (snapshot.FormatVersion != Format)
            return false;
        var state = JsonSerializer.Deserialize(snapshot.State.Span, JournalJson.Default.SchoolState)
            ?? throw new JsonException($"The snapshot of {snapshot.OrgUnit} holds no school.");
        var records = state.Students.Select(student =>
            KeyValuePair.Create(student.Id, new StudentRecord(student.Sex, student.Steps, student.Tests)));
        ledger.Restore(snapshot.Sequence, state.RecordsAcceptedAt, state.NewestYear, state.Stated, records);
        foreach (var problems in state.Problems ?? [])
            ledger.Problems.Restore(problems);
        return true;
    }

    /// <inheritdoc cref="TryRestore(Snapshot, SchoolLedger)"/>
    public static bool TryRestore(Snapshot snapshot, AuthorityLedger ledger)
    {
        if (snapshot.FormatVersion != Format)
            return false;
        var state = JsonSerializer.Deserialize(snapshot.State.Span, JournalJson.Default.AuthorityState)
            ?? throw new JsonException($"The snapshot of {snapshot.OrgUnit} holds no authority.");
        ledger.Restore(snapshot.Sequence, state.Stated, state.Problems ?? []);
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

/// <param name="Problems">Null in a snapshot from before ledgers of problems were kept.</param>
internal sealed record SchoolState(
    DateTimeOffset? RecordsAcceptedAt, int? NewestYear, StatedFigure[] Stated, StudentState[] Students, ProblemLedger[]? Problems);

internal sealed record StudentState(string Id, Sex? Sex, EnrolmentStep[] Steps, FitnessTest[] Tests);

internal sealed record RowState(string Rules, RowUpdate Row);

/// <param name="Problems">Null in a snapshot from before ledgers of problems were kept.</param>
internal sealed record AuthorityState(StatedFigure[] Stated, ProblemLedger[]? Problems);
