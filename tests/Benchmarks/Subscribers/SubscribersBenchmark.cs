using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Benchmarks.Ingest;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Subscribers;

/// <summary>
/// Many viewers of one district on one gateway, each with a socket of its own, against a system in a process of its own:
/// the memory that each costs, and how long after a change the last of them has it.
/// </summary>
internal static class SubscribersBenchmark
{
    public const string Usage = "./edu bench subscribers [--subscribers N]";
    private const string District = "bench-0";
    private const string Indicator = "safety.major_incidents";
    private const int Rounds = 15;
    private const int OpenedAtOnce = 50;

    public static bool TryParse(IReadOnlyList<string> arguments, out int subscribers)
    {
        subscribers = 2_000;
        return arguments switch
        {
            [] => true,
            ["--subscribers", var number] => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out subscribers) && subscribers > 0,
            _ => false,
        };
    }

    public static async Task Run(int count)
    {
        var directory = Directory.CreateTempSubdirectory("edu-bench-").FullName;
        var subscribers = Enumerable.Range(0, count).Select(_ => new Subscriber()).ToList();
        try
        {
            await using var system = await RunningSystem.Start(directory, "--empty");
            await new BenchCity(system.Http).Register();
            await Report(system, 0);
            await Measure(system, subscribers);
        }
        finally
        {
            subscribers.ForEach(subscriber => subscriber.Dispose());
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task Measure(RunningSystem system, List<Subscriber> subscribers)
    {
        var before = system.ResidentBytes;
        var watch = Stopwatch.StartNew();
        await Open(system, subscribers);
        Say($"{subscribers.Count:N0} subscribers, opened and told what is present in {watch.Elapsed.TotalSeconds:0.0} s");
        Say($"  memory each, sockets included   {(system.ResidentBytes - before) / 1024.0 / subscribers.Count,8:0.0} KiB");

        var (first, median, last) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var waiting = subscribers.ConvertAll(subscriber => Arrival(subscriber, round + 1));
            var sent = Stopwatch.GetTimestamp();
            await Report(system, round + 1);
            var took = (await Task.WhenAll(waiting)).Select(at => Stopwatch.GetElapsedTime(sent, at).TotalMilliseconds).Order().ToList();
            if (round == 0)
                continue;
            first.Add(took[0]);
            median.Add(took[took.Count / 2]);
            last.Add(took[^1]);
        }

        Say($"  from sending a change until, medians of {Rounds} rounds (the worst):");
        Say($"    the first subscriber has it   {Middle(first),8:0} ms   ({first.Max():0})");
        Say($"    half of them have it          {Middle(median),8:0} ms   ({median.Max():0})");
        Say($"    the last one has it           {Middle(last),8:0} ms   ({last.Max():0})");
    }

    private static async Task Open(RunningSystem system, List<Subscriber> subscribers)
    {
        var address = new UriBuilder(new Uri(system.Address, "/graphql")) { Scheme = "ws" }.Uri;
        await Parallel.ForEachAsync(subscribers, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce }, async (subscriber, _) =>
        {
            await subscriber.Begin(address, District, Indicator);
            await subscriber.Until(0);
        });
    }

    private static async Task<long> Arrival(Subscriber subscriber, decimal value)
    {
        await subscriber.Until(value);
        return Stopwatch.GetTimestamp();
    }

    private static Task Report(RunningSystem system, int value) => system.Query(
        "mutation ($input: ReportFiguresInput!) { reportFigures(input: $input) { accepted } }",
        new
        {
            input = new
            {
                submissionId = $"subscribers-{value}",
                orgUnit = District,
                source = new { document = "bench" },
                figures = new[] { new { code = Indicator, period = "2024", value } },
            },
        });

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
