using System.Diagnostics;
using System.Diagnostics.Metrics;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Transport;

namespace EduAnalytics.Gateway.Ingest;

/// <summary>The bulk API's metrics, among the gateway's.</summary>
internal sealed class IngestInstruments : IDisposable
{
    private readonly Meter meter;
    private readonly Counter<long> lines;
    private readonly UpDownCounter<long> streams;
    private readonly Histogram<double> duration;

    public IngestInstruments(IMeterFactory meters)
    {
        meter = meters.Create(GatewayInstruments.Name);
        lines = meter.CreateCounter<long>("edu.gateway.ingest.lines", "{line}", "Lines of bulk streams by what became of them.");
        streams = meter.CreateUpDownCounter<long>("edu.gateway.ingest.streams", "{stream}", "Bulk streams that are being read.");
        duration = meter.CreateHistogram(
            "edu.gateway.ingest.submission.duration", "s", "Time from a whole submission to its outcome.", advice: GatewayInstruments.Seconds);
    }

    public void StreamOpened() => streams.Add(1);

    public void StreamClosed() => streams.Add(-1);

    public void SubmissionDecided(int lineCount, SubmissionOutcome outcome, TimeSpan took)
    {
        var became = outcome.Refused ? "refused" : outcome.Duplicate ? "duplicate" : "accepted";
        var tags = new TagList { { "outcome", became } };
        lines.Add(lineCount, tags);
        duration.Record(took.TotalSeconds, tags);
    }

    public void Dispose() => meter.Dispose();
}
