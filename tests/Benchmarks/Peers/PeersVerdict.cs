using System.Globalization;
using EduAnalytics.Benchmarks.Report;

namespace EduAnalytics.Benchmarks.Peers;

/// <summary>What the figures say of what was to be reached, and where a peer is ahead.</summary>
internal static class PeersVerdict
{
    private const int RequestsToReach = 10;
    private const int LatencyToReach = 100;
    private const int FreshnessToReach = 100;

    public static IEnumerable<string> Of(IReadOnlyList<MeasuredSystem> systems, IReadOnlyList<MeasuredWay> ways)
    {
        var (own, others) = (systems[0], systems.Skip(1).ToList());
        if (ways is not [var kept, var anew, var grouped, var refreshed, _, var overGrouped, var overRefreshed])
            throw new ArgumentException("Other ways of asking were measured than are judged here.", nameof(ways));
        // One way of becoming visible, measured twice.
        var (visible, visibleWhileAsked) = (kept.Quiet.Concat(anew.Quiet).Median(), kept.Busy.Concat(anew.Busy).Median());
        yield return $"Answers a second beside PostGraphile's, {RequestsToReach}× to reach: over the materialized view "
            + $"{Times(kept.Crowded.PerSecond / overRefreshed.Crowded.PerSecond, RequestsToReach)} kept, "
            + $"{Times(anew.Crowded.PerSecond / overRefreshed.Crowded.PerSecond, RequestsToReach)} made anew; over GROUP BY "
            + $"{Times(anew.Crowded.PerSecond / overGrouped.Crowded.PerSecond, RequestsToReach)} made anew.";
        yield return $"Median latency below GROUP BY's, {LatencyToReach}× to reach, made anew: "
            + $"{Times(grouped.Alone.MedianMs / anew.Alone.MedianMs, LatencyToReach)} one at a time, "
            + $"{Times(grouped.Crowded.MedianMs / anew.Crowded.MedianMs, LatencyToReach)} 16 at a time.";
        yield return $"A new result is seen sooner than in a view that is refreshed for it at once, {FreshnessToReach}× to reach: "
            + $"{Times(refreshed.Quiet.Median() / visible, FreshnessToReach)} while nobody else asks, "
            + $"{Times(refreshed.Busy.Median() / visibleWhileAsked, FreshnessToReach)} while 16 ask. In a view refreshed once a minute it is seen "
            + $"after half a minute on average, which is reckoned and not measured: {Times(30_000 / visible, FreshnessToReach)}.";
        var (peers, stores) = (ways.Skip(2).ToList(), others.Where(system => system.Loaded is not null).ToList());
        string?[] ahead = [
            Ahead("latency, one question at a time, than an answer made anew here", peers, Name, way => anew.Alone.MedianMs / way.Alone.MedianMs),
            Ahead("answers a second, 16 at a time, than answers made anew here", peers, Name, way => way.Crowded.PerSecond / anew.Crowded.PerSecond),
            Ahead("time until a new result is visible", peers, Name, way => visible / way.Quiet.Median()),
            Ahead("time until a new result is visible, while 16 ask", peers, Name, way => visibleWhileAsked / way.Busy.Median()),
            Ahead("loading, until stored", stores, Name, system => own.Loaded!.Value.Stored / system.Loaded!.Value.Stored),
            Ahead("loading, until the comparison has all", stores, Name, system => own.Loaded!.Value.Answering / system.Loaded!.Value.Answering),
            Ahead("memory", others, Name, system => (double)own.MemoryBytes / system.MemoryBytes),
            Ahead("space on disk", stores, Name, system => (double)own.DiskBytes / system.DiskBytes)];
        foreach (var sentence in ahead.OfType<string>())
            yield return sentence;
    }

    private static string Name(MeasuredSystem system) => system.System.Name;

    private static string Name(MeasuredWay way) => way.Way.Name;

    /// <summary>Says who is better than this system, and how many times; null where nobody is.</summary>
    private static string? Ahead<T>(string what, IReadOnlyList<T> peers, Func<T, string> name, Func<T, double> times)
    {
        var better = peers.Where(peer => times(peer) > 1)
            .Select(peer => string.Create(CultureInfo.InvariantCulture, $"{name(peer)} ({times(peer):0.0}×)"))
            .ToList();
        return better.Count == 0 ? null : $"**Ahead of this system** in {what}: {string.Join("; ", better)}.";
    }

    private static string Times(double times, double toReach) => !double.IsFinite(times) ? "(not told, since one of the two gave no answer in the window)" : string.Create(
        CultureInfo.InvariantCulture,
        $"{(times < 10 ? Math.Round(times, 1) : Math.Round(times)):#,0.#}× ({(times >= toReach ? "reached" : "not reached")})");
}
