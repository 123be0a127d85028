using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Testing;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.Benchmarks.Ingest;

/// <summary>
/// The bulk path from a client's socket to the disk and to the city's total, against a system in a process of its own:
/// cost as the journal grows, throughput beside the store's own bare insert, time until a line shows.
/// </summary>
internal static class IngestBenchmark
{
    private const int EventsPerRound = 200_000;
    private const int EventsPerStep = 100_000;
    private const int EventsPerTick = 500;
    private static readonly TimeSpan tick = TimeSpan.FromMilliseconds(100);

    public static async Task Run(IngestSettings settings)
    {
        foreach (var store in settings.Stores)
        {
            var directory = Directory.CreateTempSubdirectory("edu-bench-").FullName;
            try
            {
                await using var server = store == "postgres" ? await PostgresServer.StartNew() : null;
                await Measure(store, server, directory, settings);
            }
            finally
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    private static async Task Measure(string store, PostgresServer? server, string directory, IngestSettings settings)
    {
        string[] options = server is null ? ["--empty"] : ["--empty", "--store", await server.CreateDatabase()];
        await using var system = await RunningSystem.Start(directory, options);
        system.Http.Timeout = TimeSpan.FromMinutes(10);
        var city = new BenchCity(system.Http);
        await city.Register();
        Say($"{store}");
        await Cost(city, settings.Events);
        var bare = server is null
            ? () => Task.FromResult(BareInsert.Sqlite(directory, EventsPerRound))
            : await PostgresBare(server);
        await Throughput(city, bare, settings.Rounds);
        await Visibility(system, city, settings.Seconds);
    }

    private static async Task<Func<Task<double>>> PostgresBare(PostgresServer server)
    {
        var database = await server.CreateDatabase();
        return () => BareInsert.Postgres(database, EventsPerRound);
    }

    private static async Task Throughput(BenchCity city, Func<Task<double>> bare, int rounds)
    {
        var (ingested, inserted) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var events = city.NextEvents(EventsPerRound);
            var watch = Stopwatch.StartNew();
            await city.Enrol(events, EventsPerRound);
            var rate = EventsPerRound / watch.Elapsed.TotalSeconds;

            // By turns, so that both meet the same machine.
            var bareRate = await bare();
            if (round == 0)
                continue;
            ingested.Add(rate);
            inserted.Add(bareRate);
        }

        var (median, bareMedian) = (Quantile(ingested, 0.5), Quantile(inserted, 0.5));
        Say($"  throughput, median of {rounds} rounds of {EventsPerRound:N0} events, by turns with the bare insert:");
        Say($"    durable events a second      {median,12:N0}   ({ingested.Min():N0} to {ingested.Max():N0})");
        Say($"    bare insert, rows a second   {bareMedian,12:N0}   ({inserted.Min():N0} to {inserted.Max():N0})");
        Say($"    of the bare insert           {median / bareMedian,12:P0}");
    }

    /// <summary>From an answer's arrival to the city's total that has its lines in it, while 5,000 events a second arrive.</summary>
    private static async Task Visibility(RunningSystem system, BenchCity city, int seconds)
    {
        // Every school once: what the first result of its life costs a school is not what is asked.
        var stored = 10_000L;
        await city.Test(city.NextResults((int)stored, perSchool: 20), (int)stored);
        await using var total = new CityTotal();
        await total.Open(system.Address);
        var ticks = seconds * 10;
        var bodies = Enumerable.Range(0, ticks).Select(_ => city.NextResults(EventsPerTick, perSchool: 20)).ToList();
        var acknowledged = new List<(long At, long Total)>();
        var following = total.FollowTo(stored + ((long)ticks * EventsPerTick), TimeSpan.FromSeconds(seconds + 30));
        using var timer = new PeriodicTimer(tick);
        foreach (var body in bodies)
        {
            await timer.WaitForNextTickAsync();
            await city.Test(body, EventsPerTick);
            stored += EventsPerTick;
            acknowledged.Add((Stopwatch.GetTimestamp(), stored));
        }

        await following;
        var waits = acknowledged.Select(ack => Math.Max(0, Stopwatch.GetElapsedTime(ack.At, total.Seen.First(seen => seen.Total >= ack.Total).At).TotalMilliseconds)).ToList();
        Say($"  acknowledged to visible      {Quantile(waits, 0.99),9:N0} ms   p99; median {Quantile(waits, 0.5):N0} ms, most {waits.Max():N0} ms; {ticks} requests, one each {tick.TotalMilliseconds:N0} ms, {EventsPerTick} events at 25 schools");
    }

    /// <summary>What an event costs while the journal and the schools' records grow.</summary>
    private static async Task Cost(BenchCity city, long upTo)
    {
        Say($"  cost an event, steps of {EventsPerStep:N0}, after one that warms the program up:");
        await city.Enrol(city.NextEvents(EventsPerStep), EventsPerStep);
        var (stored, steps) = ((long)EventsPerStep, new List<double>());
        foreach (var point in new[] { 200_000L, 500_000, 1_000_000, 3_000_000, 10_000_000, long.MaxValue }.Select(point => Math.Min(point, upTo)).Distinct())
        {
            while (stored < point)
            {
                var events = city.NextEvents(EventsPerStep);
                var watch = Stopwatch.StartNew();
                await city.Enrol(events, EventsPerStep);
                steps.Add(watch.Elapsed.TotalMicroseconds / EventsPerStep);
                stored += EventsPerStep;
            }

            if (steps.Count > 0)
                Say($"    up to {stored,12:N0} events    {Quantile(steps, 0.5),6:0.0} µs   (median of {steps.Count} steps)");
            steps.Clear();
        }
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Ceiling(share * (sorted.Count - 1))];
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
