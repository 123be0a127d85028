using System.Text.Encodings.Web;
using System.Text.Json;
using EduAnalytics.Gateway.Export.Tables;

namespace EduAnalytics.Gateway.Export.Arrow;

/// <summary>What the schema of an Arrow file says beside its columns.</summary>
internal static class ArrowMetadata
{
    private static readonly JsonSerializerOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Dictionary<string, string> Of(ExportDocument document) => new()
    {
        ["address"] = document.Request.Address,
        ["synthetic"] = document.IsSynthetic ? "true" : "false",
        ["warnings"] = JsonSerializer.Serialize(Rows(document.Warnings), readable),
        ["sources"] = JsonSerializer.Serialize(Rows(document.Sources), readable),
    };

    /// <summary>A small table of texts, each row an object.</summary>
    private static IEnumerable<Dictionary<string, string?>> Rows(ExportTable table) =>
        Enumerable.Range(0, table.RowCount).Select(row => table.Columns.ToDictionary(column => column.Code, column => TextOf(column, row)));

    private static string? TextOf(ExportColumn column, int row) => column switch
    {
        ExportColumn.Text text => text.At(row),
        ExportColumn.Word word => word.At(row),
        _ => throw new NotSupportedException($"{column.Code} is no text."),
    };
}
