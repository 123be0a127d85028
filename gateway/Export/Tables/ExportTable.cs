using System.Collections.Immutable;

namespace EduAnalytics.Gateway.Export.Tables;

/// <summary>Rows and typed columns, ready for any encoder.</summary>
internal sealed record ExportTable(Title Title, int RowCount, ImmutableArray<ExportColumn> Columns);
