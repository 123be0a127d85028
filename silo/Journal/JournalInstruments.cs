using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EduAnalytics.Journal;

/// <summary>What the journal tells about itself; meter and source are named alike.</summary>
internal static class JournalInstruments
{
    public const string Name = "EduAnalytics.Journal";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> AppendDuration = Meter.CreateHistogram<double>(
        "journal.append.duration", "s", "From the call to durable or refused, waiting in the queue included.");

    private static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>(
        "journal.group.size", "{write}", "Writes that shared one commit.");

    private static readonly Counter<long> AppendFailed = Meter.CreateCounter<long>(
        "journal.append.failed", "{entry}", "Appends that were not acknowledged because the store failed.");

    public static Activity? GroupCommitStarted(int writes)
    {
        var span = Source.StartActivity("journal.commit");
        span?.SetTag("journal.group.size", writes);
        return span;
    }

    public static void GroupCommitted(int writes) => GroupSize.Record(writes);

    public static void AppendCompleted(long startedAt) =>
        AppendDuration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds);

    public static void AppendNotAcknowledged(JournalFault? fault) =>
        AppendFailed.Add(1, new KeyValuePair<string, object?>("fault", fault?.ToString() ?? "Unforeseen"));
}
