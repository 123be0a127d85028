using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Export;

/// <summary>All that a file of a comparison may hold; each format takes what it has room for.</summary>
/// <param name="Data">The values, in the layout asked for.</param>
/// <param name="Warnings">What in them is not like for like.</param>
/// <param name="Sources">The indicators' definitions and documents.</param>
/// <param name="IsSynthetic">True where any row rests on records that are generated for demonstration.</param>
internal sealed record ExportDocument(
    ExportRequest Request, ExportTable Data, ExportTable Warnings, ExportTable Sources, bool IsSynthetic)
{
    public ExportLanguage Language => Request.Language;

    public static ExportDocument Of(ExportRequest request, Comparison comparison, OrgUnitTree tree, Catalogue catalogue)
    {
        var maker = new ExportRows(comparison, tree, catalogue, request.Language);
        var rows = maker.All();
        var indicators = comparison.Series.Select(series => series.Indicator).DistinctBy(indicator => indicator.Code).ToImmutableArray();
        return new ExportDocument(
            request,
            request.Layout == ExportLayout.Wide ? WideLayout.Of(rows, comparison.Periods) : LongLayout.Of(rows),
            WarningTable.Of(comparison.Warnings, maker),
            SourceTable.Of(indicators, maker, request.Language),
            rows.Any(row => row.Synthetic));
    }
}
