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
/// What a year of a student takes in each store, in submissions of a class, of a school, and one by one: the growth of the
/// stored journal over the years of schools whose students are tested once a year, and the snapshots beside it.
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
        await output.WriteLineAsync($"{"store",-12}{"lines a submission",20}{"B a student enrolled",22}{"B a student and year",22}{"B a student in snapshot",25}");
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
        var tested = enrolled;
        for (var year = 0; year < Years; year++)
            tested = await Filled(store, journal => Append(journal, Tests(lines, year)));
        var withSnapshots = await Filled(store, journal => TakeSnapshots(journal, catalogue));
        const double all = Schools * Students;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{store.Name,-12}{lines,20}{(enrolled - empty) / all,22:0}{(tested - enrolled) / all / Years,22:0}{(withSnapshots - tested) / all,25:0}");
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

    private static Func<int, IEnumerable<JournalEvent>> Tests(int lines, int year) => school => Ids(school).Chunk(lines).Select((ids, part) =>
    {
        var on = new DateOnly(2019 + year, 10, 15);
        ImmutableArray<FitnessResult> results =
            [.. ids.Select((id, i) => new FitnessResult(id, on, 7 + (year % 3), i % 2 == 0 ? Sex.Female : Sex.Male, 50 + ((i * 7 + year) % 50)))];
        return new FitnessRecorded($"fitness-{2019 + year}-{part:0000}", noon, results);
    });

    private static string Code(int school) => $"230404-bench-{school:000}";

    private static IEnumerable<string> Ids(int school) => Enumerable.Range(0, Students).Select(i => $"{Code(school)}-{i:00000}");
}
