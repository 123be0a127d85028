namespace EduAnalytics.Import.Tables;

/// <summary>A table's rows one after the other; a file of any length takes no more memory than a row.</summary>
internal abstract class TableReader : IDisposable
{
    /// <summary>The row at hand, counted from 1 as a person counts in the file.</summary>
    public long Row { get; protected set; }

    public abstract int CellCount { get; }

    public abstract bool Read();

    /// <summary>The cell's text without surrounding blanks; empty beyond the row's last cell.</summary>
    public abstract string Cell(int index);

    /// <summary>How the file's readers name a column: a letter in a workbook, else a number from 1.</summary>
    public abstract string ColumnName(int index);

    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < CellCount; i++)
                if (Cell(i).Length > 0)
                    return false;
            return true;
        }
    }

    public abstract void Dispose();
}
