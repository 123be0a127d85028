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
        yield return Times($"Answers a second, against PostGraphile over the materialized view (to reach {RequestsToReach}×)", kept.Crowded.PerSecond / overRefreshed.Crowded.PerSecond, RequestsToReach, "kept")
            + Times($"; made anew", anew.Crowded.PerSecond / overRefreshed.Crowded.PerSecond, RequestsToReach)
            + Times($". Over GROUP BY, made anew", anew.Crowded.PerSecond / overGrouped.Crowded.PerSecond, RequestsToReach) + ".";
        yield return Times($"Median latency of an answer made anew, below GROUP BY's (to reach {LatencyToReach}×), one at a time", grouped.Alone.MedianMs / anew.Alone.MedianMs, LatencyToReach)
            + Times($"; 16 at a time", grouped.Crowded.MedianMs / anew.Crowded.MedianMs, LatencyToReach) + ".";
        yield return Times($"A new result is visible sooner than by a refresh called for it at once (to reach {FreshnessToReach}×)", refreshed.Quiet.Median() / anew.Quiet.Median(), FreshnessToReach)
            + Times($"; while 16 ask", refreshed.Busy.Median() / anew.Busy.Median(), FreshnessToReach)
            + string.Create(CultureInfo.InvariantCulture, $". A view refreshed each minute shows it after half a minute on average, by reckoning {30_000 / anew.Quiet.Median():N0}× later.");
        foreach (var sentence in Ahead("answers a second", ways.Skip(2), way => way.Way.Name, way => way.Crowded.PerSecond / anew.Crowded.PerSecond, "our answer made anew"))
            yield return sentence;
        foreach (var sentence in Ahead("time until a new result is visible", ways.Skip(2), way => way.Way.Name, way => anew.Quiet.Median() / way.Quiet.Median(), "here"))
            yield return sentence;
        foreach (var sentence in Ahead("load rate until stored", others.Where(HasData), Name, system => own.Loaded!.Value.Stored / system.Loaded!.Value.Stored, "here"))
            yield return sentence;
        foreach (var sentence in Ahead("load rate until the comparison has all", others.Where(HasData), Name, system => own.Loaded!.Value.Answering / system.Loaded!.Value.Answering, "here"))
            yield return sentence;
        foreach (var sentence in Ahead("memory", others, Name, system => (double)own.MemoryBytes / system.MemoryBytes, "here"))
            yield return sentence;
        foreach (var sentence in Ahead("space on disk", others.Where(HasData), Name, system => (double)own.DiskBytes / system.DiskBytes, "here"))
            yield return sentence;
    }

    private static bool HasData(MeasuredSystem system) => system.Loaded is not null;

    private static string Name(MeasuredSystem system) => system.System.Name;

    /// <summary>Says of each that is better than this system, by how much.</summary>
    private static IEnumerable<string> Ahead<T>(string what, IEnumerable<T> peers, Func<T, string> name, Func<T, double> times, string than) =>
        from peer in peers
        let ahead = times(peer)
        where ahead > 1
        select string.Create(CultureInfo.InvariantCulture, $"**A peer is ahead** in {what}: {name(peer)}, {ahead:0.0}× better than {than}.");

    private static string Times(FormattableString what, double times, double toReach, string? which = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"{FormattableString.Invariant(what)}{(which is null ? "" : $", {which}")}: {(times < 10 ? times.ToString("0.0", CultureInfo.InvariantCulture) : times.ToString("N0", CultureInfo.InvariantCulture))}×, {(times >= toReach ? "reached" : "not reached")}");
}
