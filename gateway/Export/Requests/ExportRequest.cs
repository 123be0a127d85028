using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Export.Requests;

/// <summary>How the values are laid out.</summary>
internal enum ExportLayout
{
    /// <summary>A row for each value.</summary>
    Long,

    /// <summary>A row for each unit and indicator, a column for each period.</summary>
    Wide,
}

/// <summary>What an export's address asks for.</summary>
/// <param name="Address">Path and query as they were written.</param>
/// <param name="HasByteOrderMark">True where a CSV begins with the mark by which Excel knows UTF-8.</param>
internal sealed record ExportRequest(
    string Address, ComparisonQuery Query, ExportLayout Layout, ExportLanguage Language, bool HasByteOrderMark);
