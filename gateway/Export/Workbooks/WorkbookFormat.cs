using SpreadCheetah;

namespace EduAnalytics.Gateway.Export.Workbooks;

/// <summary>An Excel workbook: the values, the warnings, the indicators' sources, and notes on what the sheets are.</summary>
internal sealed class WorkbookFormat(TimeProvider time) : IExportFormat
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public string Extension => "xlsx";

    public string ContentType => MediaType;

    public async Task Write(ExportDocument document, Stream to, CancellationToken cancellationToken)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(to, cancellationToken: cancellationToken);
        var styles = new WorkbookStyles(workbook);
        var notes = WorkbookNotes.Of(document, time.GetUtcNow());
        foreach (var table in new[] { document.Data, document.Warnings, document.Sources })
            await WorkbookSheet.Write(workbook, table, document.Language, styles, cancellationToken);
        await notes.Write(workbook, document.Language, styles, cancellationToken);
        await workbook.FinishAsync(cancellationToken);
    }
}
