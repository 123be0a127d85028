using System.Security.Cryptography;
using System.Text;
using EduAnalytics.Gateway.Export.Csv;
using EduAnalytics.Gateway.Export.Tables;
using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Gateway.Export;

/// <summary>
/// Names an export's content, so that a client that has it is spared it. Made of what the file says and not of its bytes,
/// in which a workbook writes the time of day: hence weak.
/// </summary>
internal static class ExportTag
{
    private const int Bytes = 12;

    public static Task<EntityTagHeaderValue> Of(ExportDocument document, string format, CancellationToken cancellationToken) => Of(
        $"{format} {document.Language} {document.Request.HasByteOrderMark}", [document.Data, document.Warnings, document.Sources], cancellationToken);

    /// <param name="form">All that the bytes depend on beside the tables.</param>
    public static async Task<EntityTagHeaderValue> Of(string form, IEnumerable<ExportTable> tables, CancellationToken cancellationToken)
    {
        using var hash = SHA256.Create();
        await using (var hashed = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            await hashed.WriteAsync(Encoding.UTF8.GetBytes($"{form}\n"), cancellationToken);
            foreach (var table in tables)
                await CsvFile.Write(table, hashed, hasByteOrderMark: false, cancellationToken);
        }

        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.Hash.AsSpan(0, Bytes))}\"", isWeak: true);
    }
}
