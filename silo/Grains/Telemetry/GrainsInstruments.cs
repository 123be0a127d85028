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

    private static readonly Counter<long> submissions =
        meter.CreateCounter<long>("submission.count", "{submission}", "Submissions decided, by kind and outcome.");

    private static readonly Counter<long> lines = meter.CreateCounter<long>("submission.lines", "{line}", "Lines accepted, by kind.");

    private static readonly Histogram<double> submissionDuration =
        meter.CreateHistogram<double>("submission.duration", "s", "From a submission's arrival at its grain to its answer.");

    private static readonly Histogram<double> lag =
        meter.CreateHistogram<double>("rollup.lag", "s", "From the acceptance of a record to its sum in a parent, by the parent's level.");

    private static readonly UpDownCounter<long> watchers =
        meter.CreateUpDownCounter<long>("watcher.count", "{watcher}", "Readers that follow a district or city.");

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
