using System.Diagnostics;
using System.Diagnostics.Metrics;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Telemetry;

/// <summary>What the grains tell the operator. Org unit codes stand on spans, never on metrics: there are thousands.</summary>
public static class GrainsInstruments
{
    public const string Name = "EduAnalytics.Grains";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter meter = new(Name);

    private static readonly InstrumentAdvice<double> seconds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };

    private static readonly Counter<long> submissions =
        meter.CreateCounter<long>("edu.submissions", "{submission}", "Submissions decided, by kind and outcome.");

    private static readonly Counter<long> lines = meter.CreateCounter<long>("edu.submission.lines", "{line}", "Lines accepted, by kind.");

    private static readonly Histogram<double> submissionDuration =
        meter.CreateHistogram("edu.submission.duration", "s", "From a submission's arrival at its grain to its answer.", advice: seconds);

    private static readonly Histogram<double> lag =
        meter.CreateHistogram("edu.rollup.lag", "s", "From the acceptance of a record to its sum in a parent, by the parent's level.", advice: seconds);

    private static readonly UpDownCounter<long> watchers =
        meter.CreateUpDownCounter<long>("edu.watchers", "{watcher}", "Readers that follow a district or city.");

    /// <summary>None reads 0, and not nothing.</summary>
    static GrainsInstruments() => watchers.Add(0);

    internal static void OnDecided(string kind, SubmissionOutcome outcome, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("kind", kind);
        var word = outcome.Refused ? "refused" : outcome.Duplicate ? "duplicate" : "accepted";
        submissions.Add(1, tag, new("outcome", word));
        submissionDuration.Record(took.TotalSeconds, tag);
        if (!outcome.Refused && !outcome.Duplicate)
            lines.Add(outcome.Accepted, tag);
    }

    internal static void OnRolledUp(string level, TimeSpan sinceAccepted) =>
        lag.Record(sinceAccepted.TotalSeconds, new KeyValuePair<string, object?>("level", level));

    internal static void OnWatcherJoined() => watchers.Add(1);

    internal static void OnWatcherLeft() => watchers.Add(-1);
}
