using System.Diagnostics;
using System.Diagnostics.Metrics;
using EduAnalytics.Journal.Groups;

namespace EduAnalytics.Journal;

/// <summary>What the journal tells about itself; meter and source are named alike.</summary>
internal static class JournalInstruments
{
    public const string Name = "EduAnalytics.Journal";

    private const string ErrorType = "error.type";
    private const string Unforeseen = "Unforeseen";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> AppendDuration = Meter.CreateHistogram(
        "edu.journal.append.duration", "s", "From the call to durable or refused, waiting in the queue included.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    private static readonly Histogram<int> GroupSize = Meter.CreateHistogram(
        "edu.journal.group.size", "{write}", "Writes that shared one commit.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] });

    private static readonly Counter<long> AppendFailures = Meter.CreateCounter<long>(
        "edu.journal.append.failures", "{entry}", "Appends that were not acknowledged because the store failed, by fault.");

    private static readonly UpDownCounter<long> QueueLength = Meter.CreateUpDownCounter<long>(
        "edu.journal.queue.length", "{write}", "Writes that wait for their commit, those for which the queue has no room yet included.");

    /// <summary>A failure that has not happened reads 0 and not nothing: else its first occurrence would be no increase.</summary>
    public static void Opened()
    {
        foreach (var fault in Enum.GetNames<JournalFault>().Append(Unforeseen))
            AppendFailures.Add(0, new KeyValuePair<string, object?>(ErrorType, fault));
    }

    /// <summary>A span from the call to its answer, under that of the caller; null when nobody listens.</summary>
    public static Activity? AppendStarted(string databaseSystem) =>
        Source.StartActivity("journal.append")?.SetTag("db.system.name", databaseSystem);

    /// <summary>
    /// A span for one commit: under the first append that it brings to disk, linked with the others, since one span has one
    /// parent. Null when nobody listens.
    /// </summary>
    public static Activity? GroupCommitStarted(string databaseSystem, WriteGroup group)
    {
        if (!Source.HasListeners())
            return null;
        var causes = group.Appends.Select(append => append.Cause).Where(cause => cause != default).ToList();
        return Source.StartActivity(
            "journal.commit",
            ActivityKind.Client,
            causes.FirstOrDefault(),
            [new("db.system.name", databaseSystem), new("db.operation.name", "commit"), new("db.operation.batch.size", group.Count)],
            causes.Skip(1).Select(cause => new ActivityLink(cause)));
    }

    public static void Failed(Activity? span, Exception cause) =>
        span?.SetTag(ErrorType, TypeOf(cause)).SetStatus(ActivityStatusCode.Error, cause.Message);

    public static void GroupCommitted(int writes) => GroupSize.Record(writes);

    public static void WriteQueued() => QueueLength.Add(1);

    /// <summary>Committed, failed, or never let in.</summary>
    public static void WritesLeftQueue(int writes) => QueueLength.Add(-writes);

    public static void AppendCompleted(long startedAt) =>
        AppendDuration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds);

    public static void AppendNotAcknowledged(Exception cause) =>
        AppendFailures.Add(1, new KeyValuePair<string, object?>(ErrorType, TypeOf(cause)));

    private static string TypeOf(Exception cause) => cause is JournalUnavailableException { Fault: var fault } ? fault.ToString() : Unforeseen;
}
