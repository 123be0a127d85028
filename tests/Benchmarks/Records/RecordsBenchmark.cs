using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Snapshots;

namespace EduAnalytics.Benchmarks.Records;

/// <summary>What student records cost: to wake a school that has 100,000 events, to record one more, and to hold in memory.</summary>
internal static class RecordsBenchmark
{
    private const int Students = 16_000;
    private const int Years = 6;
    private const int Rounds = 15;
    private const int TailSubmissions = 511;
    private const int Events = 200;
    private static readonly DateTimeOffset noon = new(2024, 11, 20, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly OrgUnit unit = new(
        OrgUnitId.Parse("230404-bench"), "基准学校", null, OrgUnitLevel.School, OrgUnitId.Parse("230404"), [SchoolStage.Junior], true);

    public static void Run(TextWriter output)
    {
        var catalogue = CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) is CatalogueReading.Complete complete
            ? complete.Catalogue
            : throw new InvalidOperationException("The catalogue is faulty: ./edu catalogue check catalogue");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var ledger = FillLedger();
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        var lines = Students * (Years + 1);
        Say(output, $"{Students} students, {Years} years, {lines} lines: {(double)held / (Students * Years):0} bytes a student and year");

        var row = new Row(unit.Id);
        row.Refresh(new SchoolMeasures(unit, ledger, catalogue), new SchoolMeasures(unit, ledger, catalogue).Keys);
        var snapshot = SnapshotCodec.Encode(unit.Id, ledger, row, catalogue);
        var tail = Enumerable.Range(0, TailSubmissions).Select(Late).ToList();
        Say(output, $"snapshot: {snapshot.State.Length / 1024} KiB; encoding it {MedianMilliseconds(() => SnapshotCodec.Encode(unit.Id, ledger, row, catalogue)):0.0} ms");
        Say(output, $"a school of {lines} lines woken from it, with {TailSubmissions} submissions after it: {MedianMilliseconds(() => Wake(snapshot, tail, catalogue)):0.0} ms");

        var measures = new SchoolMeasures(unit, ledger, catalogue);
        var turn = 0;
        var many = MedianMilliseconds(() =>
        {
            for (var i = 0; i < Events; i++)
            {
                var late = Late(TailSubmissions + turn++);
                ledger.Apply(late);
                row.Refresh(measures, measures.KeysTouchedBy(late), catalogue);
            }
        });
        Say(output, $"one more event recorded there, its row refreshed: {many / Events * 1000:0} µs");
    }

    private static void Wake(Snapshot snapshot, IEnumerable<JournalEvent> tail, Catalogue catalogue)
    {
        var ledger = new SchoolLedger(SchoolStage.Junior, catalogue.Register);
        if (!SnapshotCodec.TryRestore(snapshot, ledger, catalogue.Register))
            throw new InvalidOperationException("The snapshot was not taken up; there is nothing to measure.");
        foreach (var late in tail)
            ledger.Apply(late);
        var measures = new SchoolMeasures(unit, ledger, catalogue);
        new Row(unit.Id).Refresh(measures, measures.Keys);
    }

    /// <summary>Each student enrols once and is tested once a year.</summary>
    private static SchoolLedger FillLedger()
    {
        var ledger = new SchoolLedger(SchoolStage.Junior);
        ledger.Apply(new EnrolmentRecorded("enrolled", noon,
            [.. Ids().Select(id => new EnrolmentEvent(id, EnrolmentKind.Enrolled, new DateOnly(2018, 9, 1), 7, Sex.Female, null))]));
        for (var year = 0; year < Years; year++)
        {
            var on = new DateOnly(2018 + year, 10, 15);
            ImmutableArray<FitnessResult> results = [.. Ids().Select((id, i) => new FitnessResult(id, on, 7, Sex.Female, 50 + (i % 50)))];
            ledger.Apply(new FitnessRecorded($"tested-{year}", noon, results));
        }

        return ledger;
    }

    private static IEnumerable<string> Ids() => Enumerable.Range(0, Students).Select(i => $"230404-bench-{i:000000}");

    private static EnrolmentRecorded Late(int turn) => new($"late-{turn}", noon,
        [new EnrolmentEvent($"230404-late-{turn:000000}", EnrolmentKind.Enrolled, new DateOnly(2024, 2, 1), 8, Sex.Male, null)]);

    private static double MedianMilliseconds(Action action)
    {
        action();
        var took = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            action();
            took[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(took);
        return took[Rounds / 2];
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
