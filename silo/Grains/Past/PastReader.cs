using EduAnalytics.Contracts.Changes;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;
using EduAnalytics.Journal.Snapshots;

namespace EduAnalytics.Grains.Past;

/// <summary>
/// Reads units from the journal as they stood at an instant, beside the grains' schedulers. One school is read at a time,
/// of all that a silo is asked for: a reader of the past can wait, and a submission of today cannot. Readings take
/// turns, school by school. Whoever wakes and reads what is newest has turns apart, behind no reader of the past.
/// </summary>
internal sealed class PastReader(IJournal journal, Catalogue catalogue, TimeProvider time) : IDisposable
{
    /// <summary>The instant that no entry is later than, whatever clock it was written by: the journal as it is.</summary>
    public static readonly DateTimeOffset Newest = DateTimeOffset.MaxValue;

    /// <summary>A stored row of many years is some hundreds of kilobytes.</summary>
    private const int RowsAtOnce = 16;

    private readonly ReadingTurns ofPast = new();
    private readonly ReadingTurns ofNewest = new();

    /// <summary>Filling an authority of the past changes nothing that answers of today rest on.</summary>
    private readonly ChangeBoard nobodysBoard = new();

    public void Dispose()
    {
        ofPast.Dispose();
        ofNewest.Dispose();
    }

    public Task<OrgUnitTree> Tree(DateTimeOffset instant) => Task.Run(async () =>
    {
        var registered = new List<OrgUnit>();
        var registrations = 0;
        await foreach (var entry in journal.ReplayUntilAsync(Contracts.OrgUnits.IOrgUnitTreeGrain.Key, instant, CancellationToken.None))
        {
            registered.AddRange(((OrgUnitsRegistered)JournalEventCodec.Decode(entry)).Units);
            registrations++;
        }

        return OrgUnitTree.Empty.After(registered, registrations);
    });

    public Task<PastSchool> School(OrgUnit school, DateTimeOffset instant) => Task.Run(() => TurnsOf(instant).School(async () =>
    {
        var stored = await journal.ReadRowsUntilAsync([school.Id.Code], instant, CancellationToken.None);
        return await TurnsOf(instant).Step(() => Replay(school, stored[0].Head));
    }));

    /// <param name="tree">As it stood then: a school registered later is not waited for.</param>
    public Task<PastAuthority> District(OrgUnit district, OrgUnitTree tree, DateTimeOffset instant) => Task.Run(() => TurnsOf(instant).District(async () =>
    {
        var turns = TurnsOf(instant);
        var authority = await Own(district, tree, instant);
        var rows = new List<RowUpdate>();
        foreach (var schools in authority.Children.Chunk(RowsAtOnce))
        {
            var stored = await journal.ReadRowsUntilAsync([.. schools.Select(school => school.Id.Code)], instant, CancellationToken.None);
            foreach (var (school, row) in schools.Zip(stored).Where(pair => pair.Second.Head > 0))
                rows.Add(await turns.Step(() => RowOf(school, row)));
        }

        return await turns.Step(() => Task.FromResult(Take(rows, authority)));
    }));

    /// <param name="rows">Its districts' whole rows as of the same instant.</param>
    public Task<PastAuthority> City(OrgUnit city, OrgUnitTree tree, DateTimeOffset instant, RowUpdate[] rows) => Task.Run(async () =>
    {
        var authority = await Own(city, tree, instant);
        return await TurnsOf(instant).Step(() => Task.FromResult(Take(rows, authority)));
    });

    private ReadingTurns TurnsOf(DateTimeOffset instant) => instant == Newest ? ofNewest : ofPast;

    private static PastAuthority Take(IReadOnlyCollection<RowUpdate> rows, Authority authority)
    {
        authority.AcceptAll(rows);
        return new PastAuthority(authority, rows.Sum(row => row.Cells.Length));
    }

    /// <summary>What the authority itself had sent.</summary>
    private async Task<Authority> Own(OrgUnit unit, OrgUnitTree tree, DateTimeOffset instant)
    {
        var authority = new Authority(unit.Id, tree, catalogue, journal, nobodysBoard, time);
        await foreach (var entry in journal.ReplayUntilAsync(unit.Id.Code, instant, CancellationToken.None))
            authority.Apply(JournalEventCodec.Decode(entry));
        return authority;
    }

    /// <summary>A school that has sent nothing since is what its stored row says; any other is replayed.</summary>
    private async Task<RowUpdate> RowOf(OrgUnit school, StoredRow stored) =>
        SnapshotCodec.DecodeRow(stored.Row, catalogue.RowRules) ?? (await Replay(school, stored.Head)).WholeRow();

    /// <summary>The school after so many entries, from its snapshot where that is no newer.</summary>
    private async Task<PastSchool> Replay(OrgUnit school, long head)
    {
        var ledger = new SchoolLedger(school.Stages is [var only] ? only : null, catalogue.Register);
        if (await journal.ReadSnapshotAsync(school.Id.Code, CancellationToken.None) is { } snapshot && snapshot.Sequence <= head)
            SnapshotCodec.TryRestore(snapshot, ledger, catalogue.Register);
        if (ledger.Sequence == head)
            return new PastSchool(school, ledger, catalogue);
        await foreach (var entry in journal.ReplayAsync(school.Id.Code, ledger.Sequence, CancellationToken.None))
        {
            ledger.Apply(JournalEventCodec.Decode(entry));
            if (entry.Sequence == head)
                break;
        }

        return new PastSchool(school, ledger, catalogue);
    }
}
