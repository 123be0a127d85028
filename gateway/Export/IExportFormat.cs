namespace EduAnalytics.Gateway.Export;

/// <summary>One kind of file.</summary>
internal interface IExportFormat
{
    /// <summary>The end of the address and of the file's name, without the point.</summary>
    string Extension { get; }

    string ContentType { get; }

    /// <summary>Writes the file piece by piece; the stream need not be able to seek, and is left open.</summary>
    Task Write(ExportDocument document, Stream to, CancellationToken cancellationToken);
}
