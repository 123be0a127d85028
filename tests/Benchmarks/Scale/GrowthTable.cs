using System.Globalization;

namespace EduAnalytics.Benchmarks.Scale;

/// <summary>The growth table as it stands in the document, so that whatever is derived from it is derived from what a reader sees.</summary>
internal static class GrowthTable
{
    private const string Head =
        "| student records | schools | journal in | records a submission | records loaded a second | comparison made anew, median ms | its p99 ms, 16 at a time "
        + "| made anew a second | kept, a second | new result in the city's figure, median ms | memory MiB | journal MiB |";

    private const string Rule = "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";

    public static string Write(IEnumerable<GrownRow> rows) => string.Join('\n', [Head, Rule, .. rows.Select(Write)]);

    /// <exception cref="FormatException">The text has no such table.</exception>
    public static IReadOnlyList<GrownRow> Read(string text)
    {
        var lines = text.Split('\n').SkipWhile(line => line != Head).Skip(2).TakeWhile(line => line.StartsWith('|')).ToList();
        return lines.Count > 0 ? [.. lines.Select(ReadRow)] : throw new FormatException($"No table stands there that begins with: {Head}");
    }

    private static string Write(GrownRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Records:N0} | {row.Schools:N0} | {row.Store} | {row.LinesASubmission:N0} | {row.LoadedASecond:N0} | {row.AnewMs:0.00} | {row.AnewP99Ms:0.0} | {row.AnewASecond:N0} | {row.KeptASecond:N0} | {row.VisibleMs:0.0} | {row.MemoryMiB:N0} | {row.JournalMiB:N1} |");

    private static GrownRow ReadRow(string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return new GrownRow(
            (long)Number(cells[0]), (int)Number(cells[1]), cells[2], (int)Number(cells[3]), Number(cells[4]), Number(cells[5]),
            Number(cells[6]), Number(cells[7]), Number(cells[8]), Number(cells[9]), Number(cells[10]), Number(cells[11]));
    }

    private static double Number(string cell) => double.Parse(cell, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
