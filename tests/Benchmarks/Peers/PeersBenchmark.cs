using System.Globalization;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Peers.Systems;
using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Peers;

/// <summary>
/// This system beside PostgreSQL, DuckDB and PostGraphile, on the same results and in one run: all are loaded, all must give
/// the same numbers, and then each way of asking is measured in turns with the others.
/// </summary>
internal static class PeersBenchmark
{
    private const int Schools = 400;

    public static async Task Run(PeersSettings settings)
    {
        var load = Machine.Load;
        if (settings.Results is [var results])
            await Measure(results, settings, (city, systems, ways) => WriteDown("peers", PeersReport.Of(city, settings, systems, ways, load)));
        else
        {
            var growth = new PeersGrowth();
            foreach (var size in settings.Results)
                await Measure(size, settings, growth.Add);
            WriteDown("peers-growth", growth.Write(settings, load));
        }
    }

    private static void WriteDown(string section, string report)
    {
        Console.WriteLine();
        Console.WriteLine(report);
        MarkedSection.Write(Path.Combine(Repository.Root, "docs", "benchmarks.md"), section, report);
    }

    private static async Task Measure(
        long results, PeersSettings settings, Action<GeneratedCity, IReadOnlyList<MeasuredSystem>, IReadOnlyList<MeasuredWay>> report)
    {
        var directory = Directory.CreateTempSubdirectory("edu-bench-").FullName;
        try
        {
            await Measure(new GeneratedCity(results, Schools), settings, directory, report);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task Measure(
        GeneratedCity city,
        PeersSettings settings,
        string directory,
        Action<GeneratedCity, IReadOnlyList<MeasuredSystem>, IReadOnlyList<MeasuredWay>> report)
    {
        var files = new ResultFiles(Directory.CreateDirectory(Path.Combine(directory, "files")).FullName);
        Say($"Writing {city.Count:N0} results of {Schools} schools to files …");
        files.Write(city);
        await using var edu = new EduContender(directory);
        await using var postgres = new PostgresContender();
        await using var duckDb = new DuckDbContender(directory);
        await using var postGraphile = new PostGraphileContender(postgres, directory);
        var systems = new List<MeasuredSystem>();
        foreach (var system in new IContender[] { edu, postgres, duckDb, postGraphile })
        {
            Say($"Loading {system.Name} …");
            systems.Add(new MeasuredSystem(system, await system.Load(city, files)));
        }

        var ways = systems.SelectMany(system => system.System.Ways).Select(way => new MeasuredWay(way)).ToList();
        await SameAnswers(city, ways);
        for (var round = 0; round <= settings.Rounds; round++)
        {
            // Round 0 warms up.
            Say($"Round {round} of {settings.Rounds} …");
            foreach (var way in ways)
                await way.Ask(round == 0 ? 1 : settings.Seconds, counts: round > 0);
        }

        foreach (var system in systems)
        {
            system.MemoryBytes = system.System.MemoryBytes;
            system.DiskBytes = await system.System.DiskBytes();
        }

        foreach (var way in ways)
        {
            Say($"New results: {way.Way.Name} …");
            await way.AddNew(city, settings.New);
            await way.AddNewWhileAsked(city, settings.Seconds * 3);
        }

        report(city, systems, ways);
    }

    /// <exception cref="InvalidOperationException">A system answers other numbers than were counted one by one.</exception>
    private static async Task SameAnswers(GeneratedCity city, IEnumerable<MeasuredWay> ways)
    {
        var counted = city.Compare().ToHashSet();
        foreach (var way in ways)
        {
            var answered = await way.Way.Ask();
            var wrong = answered.Where(cell => !counted.Contains(cell)).ToList();
            if (answered.Count != counted.Count || wrong.Count > 0)
                throw new InvalidOperationException($"{way.Way.Name} gives {answered.Count} of {counted.Count} values, {wrong.Count} of them wrong: {string.Join(", ", wrong.Take(5))}");
        }

        Say($"All give the same {counted.Count} numbers of tested and passed.");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
