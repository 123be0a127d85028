using System.Globalization;
using System.Text;
using EduAnalytics.Gateway.Export.Tables;
using nietras.SeparatedValues;

namespace EduAnalytics.Gateway.Export.Csv;

/// <summary>
/// A table as RFC 4180 has it: UTF-8, commas, lines that end in CR LF, a heading of the columns' codes. Numbers keep every
/// digit and have a point in every language; what is not known is an empty cell.
/// </summary>
internal static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    private const int BufferedCharacters = 16 * 1024;

    public static async Task Write(ExportTable table, Stream to, bool hasByteOrderMark, CancellationToken cancellationToken)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: hasByteOrderMark);
        await using var text = new StreamWriter(to, encoding, BufferedCharacters, leaveOpen: true) { NewLine = "\r\n" };
        await using var csv = Sep.New(',').Writer(options => options with { Escape = true }).To(text, leaveOpen: true);
        csv.Header.Add(table.Columns.Select(column => column.Code).ToArray());
        for (var i = 0; i < table.RowCount; i++)
        {
            await using var row = csv.NewRow(cancellationToken);
            foreach (var column in table.Columns)
                row[column.Code].Set(CellOf(column, i));
        }
    }

    private static string? CellOf(ExportColumn column, int row) => column switch
    {
        ExportColumn.Text text => HarmlessText.Of(text.At(row)),
        ExportColumn.Word word => word.At(row),
        ExportColumn.Number number => number.At(row)?.ToString(CultureInfo.InvariantCulture),
        ExportColumn.Count count => count.At(row)?.ToString(CultureInfo.InvariantCulture),
        ExportColumn.Day day => day.At(row)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ExportColumn.Instant instant => instant.At(row)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ExportColumn.Flag flag => flag.At(row) ? "true" : "false",
        _ => throw new NotSupportedException($"A CSV cell of {column.GetType().Name}."),
    };
}
