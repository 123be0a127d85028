namespace EduAnalytics.Gateway.Export.Csv;

/// <summary>The warnings alone, with their sentences.</summary>
internal sealed class WarningsCsvFormat : IExportFormat
{
    public string Extension => "csv";

    public string ContentType => CsvFile.ContentType;

    public Task Write(ExportDocument document, Stream to, CancellationToken cancellationToken) =>
        CsvFile.Write(document.Warnings, to, document.Request.HasByteOrderMark, cancellationToken);
}
