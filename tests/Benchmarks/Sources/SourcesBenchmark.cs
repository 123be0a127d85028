using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Benchmarks.Journal;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Benchmarks.Sources;

/// <summary>What it costs to find the submissions behind a school's values in its journal, in SQLite on disk.</summary>
internal static class SourcesBenchmark
{
    private const int Years = 6;
    private const int Rounds = 9;
    private static readonly DateTimeOffset noon = new(2024, 11, 20, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly OrgUnit unit = new(
        OrgUnitId.Parse("230404-bench"), "基准学校", null, OrgUnitLevel.School, OrgUnitId.Parse("230404"), [SchoolStage.Junior], true);

    public static async Task Run(TextWriter output)
    {
        var catalogue = CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) is CatalogueReading.Complete complete
            ? complete.Catalogue
            : throw new InvalidOperationException("The catalogue is faulty: ./edu catalogue check catalogue");
        SourceQuestion one = new("dropout.rate", Period.OfYear(2023), SchoolStage.Junior, null, long.MaxValue);
        var page = (from indicator in new[] { "dropout.rate", "dropout.roll", "fitness.pass_rate", "fitness.excellent_good_rate" }
                    from year in Enumerable.Range(2018, Years)
                    select new SourceQuestion(indicator, Period.OfYear(year), SchoolStage.Junior, null, long.MaxValue)).ToArray();
        foreach (var (students, lines) in new[] { (500, 500), (2_000, 500), (16_000, 500), (16_000, 1) })
        {
            await new BenchedSqlite().WithJournal(async journal =>
            {
                await Fill(journal, students, lines);
                await Measure(output, journal, catalogue, students, lines, [one]);
                await Measure(output, journal, catalogue, students, lines, page);
                return 0;
            });
        }
    }

    private static async Task Measure(
        TextWriter output, IJournal journal, Catalogue catalogue, int students, int lines, SourceQuestion[] questions)
    {
        var took = new double[Rounds];
        for (var i = 0; i <= Rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var trace = new SourceTrace(unit, catalogue, questions);
            await foreach (var entry in journal.ReplayAsync(unit.Id.Code, 0, CancellationToken.None))
                trace.Apply(JournalEventCodec.Decode(entry));
            if (trace.Answers()[0].Count == 0)
                throw new InvalidOperationException("Nothing was found; there is nothing to measure.");
            if (i > 0)
                took[i - 1] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(took);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{students * (Years + 1)} lines in submissions of {lines}, {questions.Length} values asked: {took[Rounds / 2]:0} ms"));
    }

    /// <summary>Each student enrols once and is tested once a year.</summary>
    private static async Task Fill(IJournal journal, int students, int lines)
    {
        var sequence = 0;
        var events = Enumerable.Range(0, students).Chunk(lines).Select(JournalEvent (some, n) => new EnrolmentRecorded($"in-{n}", noon,
            [.. some.Select(i => new EnrolmentEvent(IdOf(i), EnrolmentKind.Enrolled, new DateOnly(2018, 9, 1), 7, Sex.Female, null))]))
            .Concat(Enumerable.Range(0, Years).SelectMany(year => Enumerable.Range(0, students).Chunk(lines).Select(JournalEvent (some, n) =>
                new FitnessRecorded($"tested-{year}-{n}", noon,
                    [.. some.Select(i => new FitnessResult(IdOf(i), new DateOnly(2018 + year, 10, 15), 7, Sex.Female, 50 + (i % 50)))]))));
        foreach (var some in events.Chunk(1_000))
        {
            // Side by side, so that they share the commits.
            await Task.WhenAll(some.Select(async journalEvent =>
            {
                var content = JournalEventCodec.Encode(journalEvent);
                var outcome = await journal.AppendAsync(
                    new JournalEntry(unit.Id.Code, Interlocked.Increment(ref sequence), journalEvent.SubmissionId, content.Hash, content.Kind, noon, content.Payload),
                    CancellationToken.None);
                if (outcome is not AppendOutcome.Appended)
                    throw new InvalidOperationException($"{journalEvent.SubmissionId} was not written: {outcome}.");
            }));
        }
    }

    private static string IdOf(int student) => string.Create(CultureInfo.InvariantCulture, $"230404-bench-{student:000000}");
}
