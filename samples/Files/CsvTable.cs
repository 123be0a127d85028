using System.Collections.Immutable;
using nietras.SeparatedValues;

namespace EduAnalytics.Samples.Files;

/// <summary>Reads the samples' CSV files (RFC 4180, UTF-8, a header line).</summary>
internal static class CsvTable
{
    /// <summary>Makes a record of each line.</summary>
    /// <exception cref="InvalidDataException">A line cannot be read: the message names file and line.</exception>
    public static IEnumerable<T> Read<T>(string path, Func<CsvLine, T> make)
    {
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true }).FromFile(path);
        var records = new List<T>();
        foreach (var row in reader)
        {
            try
            {
                records.Add(make(new CsvLine(row)));
            }
            catch (Exception fault) when (fault is FormatException or KeyNotFoundException)
            {
                throw new InvalidDataException($"{Path.GetFileName(path)}:{row.LineNumberFrom}: {fault.Message}", fault);
            }
        }

        return records;
    }
}

/// <summary>One line of a table, by the names of its columns.</summary>
internal readonly ref struct CsvLine(SepReader.Row row)
{
    private readonly SepReader.Row row = row;

    public string Text(string column) => row[column].ToString();

    /// <summary>Null where the cell is empty.</summary>
    public string? OptionalText(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public T Word<T>(string column)
        where T : struct, Enum => ParseWord<T>(Text(column));

    /// <summary>Words set apart by spaces; none where the cell is empty.</summary>
    public ImmutableArray<T> Words<T>(string column)
        where T : struct, Enum =>
        [.. Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseWord<T>)];

    private static T ParseWord<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word)
            ? word
            : throw new FormatException($"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
}
