using System.Diagnostics;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Peers.Systems;
using EduAnalytics.Benchmarks.Report;

namespace EduAnalytics.Benchmarks.Peers;

/// <summary>A way of asking with all that was measured of it.</summary>
internal sealed class MeasuredWay(IWayOfAsking way)
{
    /// <summary>So many times as long is a way asked that answers slowly, or a window would hold too few answers.</summary>
    private const int LongerWhereSlow = 3;

    private static readonly TimeSpan slow = TimeSpan.FromMilliseconds(50);

    /// <summary>What was sent before to the same system is through by then, and what follows it there.</summary>
    private static readonly TimeSpan rest = TimeSpan.FromSeconds(1);

    private readonly List<Load> alone = [];
    private readonly List<Load> crowded = [];
    private readonly List<double> quiet = [];
    private readonly List<double> busy = [];

    public IWayOfAsking Way => way;

    /// <summary>With one question at a time.</summary>
    public Load Alone => Middle(alone);

    /// <summary>With sixteen at a time.</summary>
    public Load Crowded => Middle(crowded);

    /// <summary>Milliseconds from sending a result until the city's figure has it, while nobody else asks.</summary>
    public IReadOnlyList<double> Quiet => quiet;

    /// <summary>The same while sixteen connections ask for the comparison.</summary>
    public IReadOnlyList<double> Busy => busy;

    public async Task Ask(int seconds, bool counts)
    {
        var watch = Stopwatch.StartNew();
        await way.Ask();
        var took = watch.Elapsed;
        var (one, many) = (await way.Ask(1, Window(1)), await way.Ask(Wrk.Connections, Window(Wrk.Connections)));
        if (!counts)
            return;
        alone.Add(one);
        crowded.Add(many);

        // Where many ask at once each waits for the others; twice as long, so that each has an answer at least.
        int Window(int connections) => Math.Max(
            took > slow ? seconds * LongerWhereSlow : seconds, (int)Math.Ceiling(took.TotalSeconds * connections * 2));
    }

    /// <summary>Times the way of so many new results, while nobody else asks.</summary>
    public async Task AddNew(GeneratedCity city, int count)
    {
        await Task.Delay(rest);
        for (var number = 0; number <= count; number++)
        {
            var took = await UntilVisible(city);

            // The first one warms up.
            if (number > 0)
                quiet.Add(took);
        }
    }

    /// <summary>Times as many as follow each other while sixteen connections ask for so many seconds; at least one.</summary>
    public async Task AddNewWhileAsked(GeneratedCity city, int seconds)
    {
        var asking = way.Ask(Wrk.Connections, seconds);
        do
            busy.Add(await UntilVisible(city));
        while (!asking.IsCompleted);
        await asking;
    }

    private async Task<double> UntilVisible(GeneratedCity city)
    {
        var before = await way.TestedInCity(GeneratedCity.LastYear);
        var result = city.Late();
        var sent = Stopwatch.GetTimestamp();
        await way.Add(result);
        while (await way.TestedInCity(GeneratedCity.LastYear) <= before)
        {
        }

        return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
    }

    /// <summary>A round without an answer counts for the rate, and says nothing of how long an answer takes.</summary>
    private static Load Middle(List<Load> rounds)
    {
        var answered = rounds.Where(round => round.Requests > 0).ToList();
        return answered.Count == 0
            ? Load.Unanswered
            : new Load(
                rounds.Select(round => round.PerSecond).Median(),
                answered.Select(round => round.MedianMs).Median(),
                answered.Select(round => round.P99Ms).Median(),
                answered.Sum(round => round.Requests));
    }
}
