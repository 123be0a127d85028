namespace EduAnalytics.Gateway.Ingest;

/// <summary>What the bulk API accepts; section <c>Ingest</c> of the configuration.</summary>
public sealed class IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>Largest stream, in bytes: ten million events are about one and a half GiB.</summary>
    public long MaxStreamBytes { get; set; } = 16L * 1024 * 1024 * 1024;

    /// <summary>Longest line, in bytes, without its line end. A fitness test with all its raw items has about 600.</summary>
    public int MaxLineBytes { get; set; } = 64 * 1024;

    /// <summary>Largest table file at <c>/import</c>, in bytes. Larger ones are for <c>./edu import</c>, which sends lines.</summary>
    public long MaxFileBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>
    /// Submissions of one stream that may be on their way to the silo at once. While so many are, the stream is not read on:
    /// the sender feels that the silo lags, and no memory fills.
    /// </summary>
    public int SubmissionsInFlight { get; set; } = 32;
}
