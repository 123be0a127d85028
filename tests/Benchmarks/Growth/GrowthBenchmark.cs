using System.Diagnostics;
using System.Globalization;
using System.Text;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Peers;
using EduAnalytics.Benchmarks.Peers.Systems;
using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Benchmarks.Scale;
using EduAnalytics.Testing;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.Benchmarks.Growth;

/// <summary>
/// What more records cost: the same questions to systems that hold ten thousand of them, and ever more; and what else the plan
/// for larger places needs to know, which is the price of a school and of a record in PostgreSQL.
/// </summary>
internal static class GrowthBenchmark
{
    private const int Schools = 400;
    private const int ManySchools = 8_000;
    private const int LinesAStream = 100_000;
    private const int LinesASubmission = 1_000;
    private const int NewResults = 20;

    public static async Task Run(GrowthSettings settings)
    {
        var load = Machine.Load;
        var rows = new List<GrownRow>();
        foreach (var records in settings.Records)
            rows.Add(await Measure(records, Schools, LinesASubmission, null, settings));
        rows.Add(await Measure(settings.Aside, ManySchools, LinesASubmission, null, settings));
        await using (var server = await PostgresServer.StartNew())
        {
            rows.Add(await Measure(settings.Aside, Schools, LinesASubmission, server, settings));
            rows.Add(await Measure(settings.Alone, Schools, 1, server, settings));
        }

        var table = GrowthTable.Write(rows);
        Say($"{table}");
        if (settings.SufficeForConstants)
            WriteDown(table, load);
        else
            Say($"Too little for the constants of docs/scale.md: nothing is written down.");
    }

    private static void WriteDown(string table, double load)
    {
        var constants = MeasuredConstants.From(GrowthTable.Read(table));
        var documents = Path.Combine(Repository.Root, "docs");
        MarkedSection.Write(Path.Combine(documents, "benchmarks.md"), "growth", FormattableString.Invariant($"{TimeProvider.System.GetLocalNow():yyyy-MM-dd}, {Machine.Described}. The machine's load before was {load:0.0}.\n\n{table}"));
        MarkedSection.Write(Path.Combine(documents, "scale.md"), "constants", constants.Write());
        MarkedSection.Write(Path.Combine(documents, "scale.md"), "assumptions", Assumptions.Write());
        MarkedSection.Write(Path.Combine(documents, "scale.md"), "plan", Plan.Write(constants));
        Say($"{constants.Write()}\n\n{Plan.Write(constants)}");
    }

    private static async Task<GrownRow> Measure(long records, int schools, int linesASubmission, PostgresServer? server, GrowthSettings settings)
    {
        var city = new GeneratedCity(records, schools);
        Say($"{city.Count:N0} records of {schools:N0} schools in {(server is null ? "SQLite" : "PostgreSQL")}, up to {linesASubmission:N0} a submission …");
        var directory = Directory.CreateTempSubdirectory("edu-bench-").FullName;
        var store = server is null ? null : await server.CreateDatabase();
        try
        {
            await using var edu = new EduContender(directory, store is null ? [] : ["--store", store]);
            await edu.Start(city);
            var loading = await Load(edu, city, linesASubmission);
            await edu.UntilVisible(city);
            var (kept, anew) = (new MeasuredWay(edu.Ways[0]), new MeasuredWay(edu.Ways[1]));
            for (var round = 0; round <= settings.Rounds; round++)
            {
                // Round 0 warms up.
                foreach (var way in new[] { kept, anew })
                    await way.Ask(round == 0 ? 1 : settings.Seconds, counts: round > 0);
            }

            await anew.AddNew(city, NewResults);
            var memory = edu.MemoryBytes;
            await edu.Stop();
            var journal = store is null ? JournalSize.OfSqlite(edu.Data) : await JournalSize.OfPostgres(store);
            return new GrownRow(
                city.Count, schools, store is null ? "SQLite" : "PostgreSQL", linesASubmission, city.Count / loading.TotalSeconds,
                anew.Alone.MedianMs, anew.Crowded.P99Ms, anew.Crowded.PerSecond, kept.Crowded.PerSecond, anew.Quiet.Median(), Mebi(memory), Mebi(journal));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Sends all results, stream after stream.</summary>
    /// <returns>How long that took, without what making the lines took.</returns>
    private static async Task<TimeSpan> Load(EduContender edu, GeneratedCity city, int linesASubmission)
    {
        var (took, stream) = (TimeSpan.Zero, 0);
        foreach (var chunk in city.All.Chunk(LinesAStream))
        {
            // Submissions of one school go one after the other, those of many side by side: single ones come from everywhere.
            if (linesASubmission == 1)
                Array.Sort(chunk, (one, other) => string.CompareOrdinal(one.Student[^2..], other.Student[^2..]));
            var lines = Encoding.UTF8.GetBytes(string.Concat(chunk.Select(result => ResultLines.Json(result) + "\n")));
            var watch = Stopwatch.StartNew();
            await edu.Send(string.Create(CultureInfo.InvariantCulture, $"bench-{stream++}&lines={linesASubmission}"), lines, chunk.Length);
            took += watch.Elapsed;
        }

        return took;
    }

    private static double Mebi(long bytes) => bytes / (double)(1 << 20);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
