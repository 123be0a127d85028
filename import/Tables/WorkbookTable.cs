using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace EduAnalytics.Import.Tables;

/// <summary>One sheet of an XLSX workbook. Values come as they are stored, without the cell's formatting.</summary>
internal sealed class WorkbookTable : TableReader
{
    private const int Letters = 26;
    private readonly IExcelDataReader reader;

    // The library asks for Windows-1252 when it is first used, though no XLSX is written in it.
    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="sheet">The sheet's name; null for the first.</param>
    /// <exception cref="TableFileException">It is no workbook, or has no such sheet.</exception>
    public WorkbookTable(Stream file, string? sheet)
    {
        try
        {
            reader = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever it is that the library stumbles over in a broken file, the file is broken.
            throw new TableFileException($"The file is no workbook that can be read: {fault.Message}", fault);
        }

        if (sheet is not null)
            GoTo(sheet);
    }

    public override int CellCount => reader.FieldCount;

    public override bool Read()
    {
        try
        {
            if (!reader.Read())
                return false;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new TableFileException($"The workbook is broken below row {Row}: {fault.Message}", fault);
        }

        Row++;
        return true;
    }

    public override string Cell(int index) => index < reader.FieldCount ? TextOf(ValueOf(index), index) : "";

    public override string ColumnName(int index)
    {
        var name = new StringBuilder();
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / Letters)
            name.Insert(0, (char)('A' + ((rest - 1) % Letters)));
        return name.ToString();
    }

    public override void Dispose() => reader.Dispose();

    private object? ValueOf(int index)
    {
        try
        {
            return reader.GetValue(index);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new TableFileException($"Cell {ColumnName(index)}{Row} cannot be read: {fault.Message}", fault);
        }
    }

    private void GoTo(string sheet)
    {
        var names = new List<string>();
        do
        {
            if (reader.Name == sheet)
                return;
            names.Add(reader.Name);
        }
        while (reader.NextResult());
        throw new TableFileException($"The workbook has no sheet '{sheet}'; its sheets are {string.Join(", ", names)}.");
    }

    private string TextOf(object? value, int index) => value switch
    {
        null => "",
        string text => text.Trim(),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),

        // 0.288 formatted as a percentage reads 28.8 %, and that is what the clerk sees and means.
        double number when IsPercentage(index) => $"{Digits(number * 100)}%",
        double number => Digits(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Fifteen digits are what a workbook shows; the rest is how a fraction is stored (0.28800000000000003).</summary>
    private static string Digits(double number) =>
        Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    private bool IsPercentage(int index) => reader.GetNumberFormatString(index)?.Contains('%', StringComparison.Ordinal) == true;
}
