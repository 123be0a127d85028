using System.Collections.Immutable;
using EduAnalytics.Import.Mappings;

namespace EduAnalytics.Import.Columns;

/// <summary>How a file's rows are to be read.</summary>
/// <param name="HeaderRow">Counted from 1; data begin below.</param>
public sealed record ImportPlan(ImportKind Kind, long HeaderRow, ImmutableArray<PlannedColumn> Columns, Mapping Mapping)
{
    internal PlannedColumn? Find(ColumnRole role)
    {
        foreach (var column in Columns)
            if (column.Use.Role == role)
                return column;
        return null;
    }

    internal ImmutableArray<PlannedColumn> FindAll(ColumnRole role) => [.. Columns.Where(column => column.Use.Role == role)];
}
