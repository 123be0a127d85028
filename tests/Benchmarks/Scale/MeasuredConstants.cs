using System.Globalization;

namespace EduAnalytics.Benchmarks.Scale;

/// <summary>What a process costs and does, drawn from the growth table by differences of its rows.</summary>
/// <param name="ProcessMiB">A process that holds next to nothing.</param>
/// <param name="MemoryBytesARecord">Bytes of memory for one more record.</param>
/// <param name="MemoryBytesASchool">Bytes of memory for one more school that has results of fitness only, with its row in its district.</param>
/// <param name="JournalBytesARecord">On disk in PostgreSQL, where a submission holds a thousand records.</param>
/// <param name="JournalBytesAlone">The same where each record is a submission of its own.</param>
/// <param name="LoadedASecond">Records a process stores a second, in PostgreSQL.</param>
/// <param name="LoadedAloneASecond">The same where each record is a submission of its own.</param>
/// <param name="AnewASecond">Comparisons made anew a second.</param>
/// <param name="KeptASecond">Comparisons answered from what was kept, a second: by a gateway that has a silo in its process.</param>
internal sealed record MeasuredConstants(
    double ProcessMiB,
    double MemoryBytesARecord,
    double MemoryBytesASchool,
    double JournalBytesARecord,
    double JournalBytesAlone,
    double LoadedASecond,
    double LoadedAloneASecond,
    double AnewASecond,
    double KeptASecond)
{
    private const string Sqlite = "SQLite";
    private const double Mebi = 1 << 20;

    /// <exception cref="InvalidOperationException">The table lacks a row that a constant is drawn from.</exception>
    public static MeasuredConstants From(IReadOnlyList<GrownRow> rows)
    {
        var fewSchools = rows.Min(row => row.Schools);
        var grown = rows.Where(row => row.Store == Sqlite && row.Schools == fewSchools).OrderBy(row => row.Records).ToList();
        var many = rows.First(row => row.Schools > fewSchools);
        var sameRecords = grown.MinBy(row => Math.Abs(row.Records - many.Records))!;
        var shared = rows.Where(row => row.Store != Sqlite).ToList();
        var (bulk, alone) = (shared.First(row => row.LinesASubmission > 1), shared.First(row => row.LinesASubmission == 1));
        var (least, most) = (grown[0], grown[^1]);
        var ofRecord = (most.MemoryMiB - least.MemoryMiB) * Mebi / (most.Records - least.Records);
        var ofSchool = (many.MemoryMiB - sameRecords.MemoryMiB) * Mebi / (many.Schools - sameRecords.Schools);
        return new MeasuredConstants(
            Math.Round(least.MemoryMiB - (least.Records * ofRecord / Mebi) - (least.Schools * ofSchool / Mebi)),
            Math.Round(ofRecord),
            Math.Round(ofSchool),
            Math.Round(bulk.JournalMiB * Mebi / bulk.Records),
            Math.Round(alone.JournalMiB * Mebi / alone.Records),
            bulk.LoadedASecond,
            alone.LoadedASecond,
            most.AnewASecond,
            most.KeptASecond);
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"""
        | constant | measured | drawn from |
        | --- | --- | --- |
        | a process that holds next to nothing | {ProcessMiB:N0} MiB | the smallest row, less its records and schools |
        | memory a record | {MemoryBytesARecord:N0} B | largest less smallest row, SQLite, fewest schools |
        | memory a school with one indicator, and its row in its district | {MemoryBytesASchool:N0} B | the row of many schools less that of as many records at few |
        | journal a record, a thousand in a submission | {JournalBytesARecord:N0} B | PostgreSQL's first row |
        | journal a record, each a submission of its own | {JournalBytesAlone:N0} B | PostgreSQL's second row |
        | records loaded a second, a thousand in a submission | {LoadedASecond:N0} | PostgreSQL's first row |
        | records loaded a second, each a submission of its own | {LoadedAloneASecond:N0} | PostgreSQL's second row |
        | comparisons made anew a second | {AnewASecond:N0} | the largest row |
        | comparisons kept, a second, by a gateway with its silo in one process | {KeptASecond:N0} | the largest row |
        """);
}
