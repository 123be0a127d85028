using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace EduAnalytics.Gateway.Export.Arrow;

/// <summary>
/// An Arrow IPC file (Feather 2), in batches that share their dictionaries. The warnings travel in the schema's metadata,
/// where a program finds them beside the columns.
/// </summary>
internal sealed class ArrowFormat : IExportFormat
{
    /// <summary>Small enough that a batch under way weighs little, large enough that its frame weighs nothing.</summary>
    private const int RowsPerBatch = 16_384;

    public string Extension => "arrow";

    public string ContentType => "application/vnd.apache.arrow.file";

    public async Task Write(ExportDocument document, Stream to, CancellationToken cancellationToken)
    {
        var columns = document.Data.Columns.Select(column => ArrowColumn.Of(column, document.Data.RowCount)).ToList();
        var schema = new Apache.Arrow.Schema(columns.Select(column => column.FieldIn(document.Language)), ArrowMetadata.Of(document));
        await using var counted = new CountedStream(to);
        using var file = new ArrowFileWriter(counted, schema, leaveOpen: true);
        await file.WriteStartAsync(cancellationToken);
        for (var from = 0; from < document.Data.RowCount; from += RowsPerBatch)
        {
            var length = Math.Min(RowsPerBatch, document.Data.RowCount - from);
            using var batch = new RecordBatch(schema, columns.Select(column => column.Cells(from, length)), length);
            await file.WriteRecordBatchAsync(batch, cancellationToken);
        }

        await file.WriteEndAsync(cancellationToken);
    }
}
