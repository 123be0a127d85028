namespace EduAnalytics.Gateway.Export.Csv;

/// <summary>The values alone: a CSV has room for one table. The warnings' codes stand in each row, and their sentences have an address of their own.</summary>
internal sealed class CsvFormat : IExportFormat
{
    public string Extension => "csv";

    public string ContentType => CsvFile.ContentType;

    public Task Write(ExportDocument document, Stream to, CancellationToken cancellationToken) =>
        CsvFile.Write(document.Data, to, document.Request.HasByteOrderMark, cancellationToken);
}
