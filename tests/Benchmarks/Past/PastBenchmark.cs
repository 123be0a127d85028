using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.Past;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EduAnalytics.Benchmarks.Past;

/// <summary>What it costs to read a district of 200 schools and 200,000 lines as it stood at an instant, over SQLite.</summary>
internal static class PastBenchmark
{
    private const int Rounds = 5;

    public static async Task Run(TextWriter output)
    {
        var catalogue = CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) is CatalogueReading.Complete complete
            ? complete.Catalogue
            : throw new InvalidOperationException("The catalogue is faulty: ./edu catalogue check catalogue");
        var path = Directory.CreateTempSubdirectory("edu-bench-").FullName;
        using (var directory = JournalDirectory.Lock(path).OrThrow())
        {
            await using var journal = SqliteJournal.Open(directory, new JournalOptions(), TimeProvider.System, NullLogger<IJournal>.Instance);
            await Measure(output, journal, catalogue);
        }

        Directory.Delete(path, recursive: true);
    }

    private static async Task Measure(TextWriter output, IJournal journal, Catalogue catalogue)
    {
        var district = new JournaledDistrict(journal, catalogue);
        await district.Fill();
        using var reader = new PastReader(journal, catalogue, TimeProvider.System);
        Say(output, $"{district.Schools.Length} schools, {district.Lines} lines in {district.Entries} submissions");

        Say(output, $"every school changed since, read from its first entry: {await MedianMilliseconds(() => Read(district.BeforeTheLast)):0} ms");
        await district.TakeSnapshots(before: 2);
        Say(output, $"every school changed since, read from a snapshot taken before: {await MedianMilliseconds(() => Read(district.BeforeTheLast)):0} ms");
        await district.TakeSnapshots(before: 0);
        Say(output, $"no school changed since: {await MedianMilliseconds(() => Read(district.AfterAll)):0} ms");
        Say(output, $"one school changed since: {await MedianMilliseconds(() => Read(district.BeforeTheLastOfOne)):0} ms");

        // The difference of two and one: what the rounds before left behind stands on both sides.
        var one = await Read(district.AfterAll);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var past = await Read(district.AfterAll);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(one);
        Say(output, $"held in memory: {held >> 20} MiB, {past.Size} cells, {held / past.Size} bytes a cell");

        ImmutableArray<ValueQuery> queries =
        [
            .. district.Schools.SelectMany(_ => Enumerable.Range(2022, 3), (school, year) =>
                new ValueQuery(school.Id, "dropout.rate", Period.OfYear(year), SchoolStage.Primary)),
        ];
        Say(output, $"asked again, {queries.Length} values: {await MedianMilliseconds(() => Task.FromResult(past.Evaluate(queries, Audience.Staff))):0.0} ms");

        Task<PastAuthority> Read(DateTimeOffset instant) => reader.District(district.Unit, district.Tree, instant);
    }

    private static async Task<double> MedianMilliseconds<T>(Func<Task<T>> action)
    {
        await action();
        var took = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await action();
            took[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(took);
        return took[Rounds / 2];
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
