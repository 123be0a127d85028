using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace EduAnalytics.Import.Lines;

/// <summary>
/// So many lines of a file as one stream of the bulk API. The same file is always cut into the same pieces, whoever sends
/// it: the command line and the page make the same submissions of it.
/// </summary>
public sealed class ImportPiece
{
    /// <summary>Two windows of the bulk API, a fraction of a second's work: Ctrl-C waits for one piece at most.</summary>
    private const int MostLines = 20_000;

    private readonly ArrayBufferWriter<byte> body = new(4 * 1024 * 1024);
    private readonly List<long> rows = [];

    private ImportPiece(string name) => Name = name;

    public string Name { get; }

    public int Lines => rows.Count;

    public ReadOnlyMemory<byte> Body => body.WrittenMemory;

    /// <param name="stream">The file's name for the bulk API, <see cref="ImportFile.NameOf"/>.</param>
    public static IEnumerable<ImportPiece> Cut(string stream, IEnumerable<(long Row, ImportLine Line)> lines)
    {
        ImportPiece? piece = null;
        var number = 0;
        using var json = new Utf8JsonWriter(Stream.Null);
        foreach (var (row, line) in lines)
        {
            piece ??= new ImportPiece(string.Create(CultureInfo.InvariantCulture, $"{stream}-{++number}"));
            piece.Add(row, line, json);
            if (piece.Lines < MostLines)
                continue;
            yield return piece;
            piece = null;
        }

        if (piece is not null)
            yield return piece;
    }

    /// <summary>The file's row of a line of this piece, counted from 1.</summary>
    public long RowOf(long line) => rows[(int)line - 1];

    private void Add(long row, ImportLine line, Utf8JsonWriter json)
    {
        json.Reset(body);
        line.WriteTo(json);
        json.Flush();
        body.Write("\n"u8);
        rows.Add(row);
    }
}
