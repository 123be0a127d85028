using System.Globalization;
using nietras.SeparatedValues;

namespace EduAnalytics.Import.Tables;

/// <summary>Comma-, tab- or semicolon-separated text (RFC 4180: quotes, doubled quotes, line breaks within quotes).</summary>
internal sealed class CsvTable(TextReader text, char separator) : TableReader
{
    private readonly SepReader reader = Sep.New(separator)
        .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true, CreateToString = SepToString.PoolPerCol() })
        .From(text);

    private string?[] cells = [];
    private bool begun;

    public override int CellCount => reader.Current.ColCount;

    public override bool Read()
    {
        if (!reader.MoveNext())
            return false;

        // The reader counts its first row as the second line.
        Row = begun ? reader.Current.LineNumberFrom : 1;
        begun = true;
        if (cells.Length < CellCount)
            cells = new string?[CellCount];
        else
            Array.Clear(cells);
        return true;
    }

    // Kept, since unescaping works in the reader's own buffer and is done at the first look only.
    public override string Cell(int index) =>
        index < CellCount ? cells[index] ??= reader.Current[index].ToString().Trim() : "";

    public override string ColumnName(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    public override void Dispose() => reader.Dispose();
}
