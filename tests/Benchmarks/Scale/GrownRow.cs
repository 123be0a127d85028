namespace EduAnalytics.Benchmarks.Scale;

/// <summary>What one process on one machine did with so many student records: a row of the growth table.</summary>
/// <param name="Store">Where the journal was: SQLite or PostgreSQL.</param>
/// <param name="LinesASubmission">How many records a submission held at most.</param>
/// <param name="LoadedASecond">Records stored durably a second, through the bulk API.</param>
/// <param name="AnewMs">Median latency of a comparison made anew, one at a time, in milliseconds.</param>
/// <param name="AnewP99Ms">Its 99th percentile with sixteen at a time.</param>
/// <param name="VisibleMs">Median time from sending a new result until the city's figure has it, in milliseconds.</param>
/// <param name="MemoryMiB">Of the process, after all questions.</param>
/// <param name="JournalMiB">On disk: entries, their keys, and snapshots.</param>
internal sealed record GrownRow(
    long Records,
    int Schools,
    string Store,
    int LinesASubmission,
    double LoadedASecond,
    double AnewMs,
    double AnewP99Ms,
    double AnewASecond,
    double KeptASecond,
    double VisibleMs,
    double MemoryMiB,
    double JournalMiB);
