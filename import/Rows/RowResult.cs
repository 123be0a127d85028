using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Lines;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Import.Rows;

/// <summary>What one row came to: lines, or what is wrong with it. Used again for each row.</summary>
internal sealed class RowResult
{
    public List<ImportLine> Lines { get; } = [];

    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Cells that say that a value is not given.</summary>
    public int Suppressed { get; set; }

    /// <summary>Cells for a value in which nothing stands.</summary>
    public int Empty { get; set; }

    public bool IsTotal { get; set; }

    public void Clear()
    {
        Lines.Clear();
        Problems.Clear();
        (Suppressed, Empty, IsTotal) = (0, 0, false);
    }

    public void Refuse(TableReader row, PlannedColumn? column, ImportFault fault, string expected) => Problems.Add(
        new ImportProblem(fault, row.Row, column?.Name, column?.Heading, column is null ? null : row.Cell(column.Index), expected));
}
