using EduAnalytics.Gateway.Export.Tables;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace EduAnalytics.Gateway.Export.Workbooks;

/// <summary>A table as a sheet: a heading that stays in sight, with filters, over typed cells.</summary>
internal static class WorkbookSheet
{
    private const int NarrowestColumn = 9;
    private const int WidestColumn = 60;

    /// <summary>Enough of them to judge the widths by; the rest of a large table looks the same.</summary>
    private const int RowsMeasured = 200;

    public static async Task Write(
        Spreadsheet workbook, ExportTable table, ExportLanguage language, WorkbookStyles styles, CancellationToken cancellationToken)
    {
        var sheet = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions(RangeOf(table)) };
        for (var i = 0; i < table.Columns.Length; i++)
            sheet.Column(i + 1).Width = WidthOf(table, table.Columns[i], language);
        await workbook.StartWorksheetAsync(table.Title.In(language), sheet, cancellationToken);
        await workbook.AddHeaderRowAsync(
            table.Columns.Select(column => column.Title.In(language)).ToArray(), styles.Heading, cancellationToken);
        var cells = new Cell[table.Columns.Length];
        for (var row = 0; row < table.RowCount; row++)
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i] = CellOf(table.Columns[i], row, language, styles);
            await workbook.AddRowAsync(cells, cancellationToken);
        }
    }

    private static Cell CellOf(ExportColumn column, int row, ExportLanguage language, WorkbookStyles styles) => column switch
    {
        ExportColumn.Text text => new Cell(text.At(row)),
        ExportColumn.Word word => new Cell(word.At(row) is { } code ? WordOf(word, code, language) : null),
        ExportColumn.Number number when number.At(row) is { } value => new Cell(value, styles.Number(number.Decimals(row) ?? value.Scale)),
        ExportColumn.Count count => new Cell(count.At(row)),
        ExportColumn.Day day => new Cell(day.At(row)?.ToDateTime(TimeOnly.MinValue), styles.Day),
        ExportColumn.Instant instant => new Cell(instant.At(row)?.UtcDateTime, styles.Instant),
        ExportColumn.Flag flag => new Cell(flag.At(row)),
        _ => default,
    };

    private static string WordOf(ExportColumn.Word column, string code, ExportLanguage language) =>
        column.Words.TryGetValue(code, out var word) ? word.In(language) : code;

    private static string RangeOf(ExportTable table) => $"A1:{LettersOf(table.Columns.Length)}{table.RowCount + 1}";

    /// <summary>A column's letters: 1 is A, 27 is AA.</summary>
    private static string LettersOf(int column) =>
        (column > 26 ? LettersOf((column - 1) / 26) : "") + (char)('A' + ((column - 1) % 26));

    private static double WidthOf(ExportTable table, ExportColumn column, ExportLanguage language)
    {
        var widest = Math.Max(NarrowestColumn, WidthOf(column.Title.In(language)));
        for (var row = 0; row < Math.Min(table.RowCount, RowsMeasured); row++)
        {
            widest = Math.Max(widest, column switch
            {
                ExportColumn.Text text => WidthOf(text.At(row)),
                ExportColumn.Word word => word.At(row) is { } code ? WidthOf(WordOf(word, code, language)) : 0,
                ExportColumn.Number => 14,
                ExportColumn.Day => 11,
                ExportColumn.Instant => 19,
                _ => 0,
            });
        }

        // Room for the filter's button beside the heading.
        return Math.Min(widest, WidestColumn) + 3;
    }

    /// <summary>In digits of the usual font; a Chinese character is two wide.</summary>
    private static int WidthOf(string? text) => text?.Sum(character => character > '\u2E7F' ? 2 : 1) ?? 0;
}
