using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;
using EduAnalytics.Journal.Snapshots;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.Benchmarks.Sizes;

/// <summary>
/// What a student takes in each store: enrolled, tested by score or with the raw items, and in a snapshot after all years; in
/// submissions of a school, of a class, and one by one.
/// </summary>
internal static class SizesBenchmark
{
    private const int Schools = 20;
    private const int Students = 500;
    private const int Years = 4;
    private static readonly DateTimeOffset noon = new(2024, 11, 20, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly int[] linesEach = [Students, 50, 1];

    public static async Task Run(TextWriter output)
    {
        var catalogue = CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) is CatalogueReading.Complete complete
            ? complete.Catalogue
            : throw new InvalidOperationException("The catalogue is faulty: ./edu catalogue check catalogue");
        await using var server = PostgresServer.IsInstalled ? await PostgresServer.StartNew() : null;
        if (server is null)
            await output.WriteLineAsync("No PostgreSQL server is installed (Debian: postgresql); SQLite alone is measured.");
        await output.WriteLineAsync("Bytes on disk, indexes included:");
        await output.WriteLineAsync($"{"store",-12}{"lines a submission",20}{"a student enrolled",20}{"tested, the score",20}{"tested, raw items",20}{"in a snapshot",16}");
        foreach (var lines in linesEach)
        {
            using (var sqlite = new SizedSqlite())
                await output.WriteLineAsync(await Measure(sqlite, lines, catalogue));
            if (server is not null)
                await output.WriteLineAsync(await Measure(new SizedPostgres(await server.CreateDatabase()), lines, catalogue));
        }
    }

    private static async Task<string> Measure(ISizedStore store, int lines, Catalogue catalogue)
    {
        var empty = await Filled(store, _ => Task.CompletedTask);
        var enrolled = await Filled(store, journal => Append(journal, Enrolments(lines)));
        var scored = enrolled;
        for (var year = 0; year < Years; year++)
            scored = await Filled(store, journal => Append(journal, Tests(lines, year, withItems: false)));
        var tested = await Filled(store, journal => Append(journal, Tests(lines, Years, withItems: true)));
        var withSnapshots = await Filled(store, journal => TakeSnapshots(journal, catalogue));
        const double all = Schools * Students;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{store.Name,-12}{lines,20}{(enrolled - empty) / all,20:0}{(scored - enrolled) / all / Years,20:0}{(tested - scored) / all,20:0}{(withSnapshots - tested) / all,16:0}");
    }

    /// <summary>The store's size in bytes after more was written to it.</summary>
    private static async Task<long> Filled(ISizedStore store, Func<IJournal, Task> fill)
    {
        await store.WithJournal(fill);
        return await store.Size();
    }

    private static async Task Append(IJournal journal, Func<int, IEnumerable<JournalEvent>> eventsOf) =>
        await Task.WhenAll(Enumerable.Range(0, Schools).Select(async school =>
        {
            var unit = Code(school);
            var sequence = await Head(journal, unit);
            foreach (var journalEvent in eventsOf(school))
            {
                var content = JournalEventCodec.Encode(journalEvent);
                await journal.AppendAsync(
                    new JournalEntry(unit, ++sequence, journalEvent.SubmissionId, content.Hash, content.Kind, noon, content.Payload), CancellationToken.None);
            }
        }));

    private static async Task<long> Head(IJournal journal, string unit)
    {
        long head = 0;
        await foreach (var entry in journal.ReplayAsync(unit, 0, CancellationToken.None))
            head = entry.Sequence;
        return head;
    }

    private static async Task TakeSnapshots(IJournal journal, Catalogue catalogue)
    {
        foreach (var school in Enumerable.Range(0, Schools))
        {
            var unit = new OrgUnit(OrgUnitId.Parse(Code(school)), "基准学校", null, OrgUnitLevel.School, OrgUnitId.Parse("230404"), [SchoolStage.Junior], true);
            var ledger = new SchoolLedger(SchoolStage.Junior, catalogue.Register);
            await foreach (var entry in journal.ReplayAsync(unit.Id.Code, 0, CancellationToken.None))
                ledger.Apply(JournalEventCodec.Decode(entry));
            var measures = new SchoolMeasures(unit, ledger, catalogue);
            var row = new Row(unit.Id);
            row.Refresh(measures, measures.Keys);
            await journal.WriteSnapshotAsync(SnapshotCodec.Encode(unit.Id, ledger, row, catalogue), CancellationToken.None);
        }
    }

    private static Func<int, IEnumerable<JournalEvent>> Enrolments(int lines) => school => Ids(school).Chunk(lines).Select((ids, part) =>
        new EnrolmentRecorded($"roll-2019-{part:0000}", noon,
            [.. ids.Select((id, i) => new EnrolmentEvent(id, EnrolmentKind.Enrolled, new DateOnly(2019, 9, 1), 7, i % 2 == 0 ? Sex.Female : Sex.Male, null))]));

    private static Func<int, IEnumerable<JournalEvent>> Tests(int lines, int year, bool withItems) => school => Ids(school).Chunk(lines).Select((ids, part) =>
    {
        var random = new Random((school * Years) + year);
        ImmutableArray<FitnessResult> results =
        [
            .. ids.Select((id, i) => new FitnessResult(
                id, new DateOnly(2019 + year, 10, 8).AddDays(random.Next(15)), 7 + (year % 3), i % 2 == 0 ? Sex.Female : Sex.Male, random.Next(400, 1000) / 10m, withItems ? Items(random) : null)),
        ];
        return new FitnessRecorded($"fitness-{2019 + year}-{part:0000}", noon, results);
    });

    private static ImmutableArray<FitnessItemValue> Items(Random random) =>
    [
        new("bmi", random.Next(150, 250) / 10m), new("vital_capacity", random.Next(1500, 4500)), new("run_50m", random.Next(70, 110) / 10m),
        new("sit_and_reach", random.Next(-50, 200) / 10m), new("standing_long_jump", random.Next(120, 250)), new("pull_ups", random.Next(0, 15)),
        new("run_1000m", random.Next(200, 400)),
    ];

    private static string Code(int school) => $"230404-bench-{school:000}";

    /// <summary>As the national register numbers students, with nothing in common that a compression could use; the same each time.</summary>
    private static IEnumerable<string> Ids(int school)
    {
        var random = new Random(school);
        return Enumerable.Range(0, Students).Select(_ => string.Create(CultureInfo.InvariantCulture, $"G{random.NextInt64(1_000_000_000_000_000_000):000000000000000000}")).ToList();
    }
}
