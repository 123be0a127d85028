using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace EduAnalytics.Import.Tables;

/// <summary>What one look at all bytes of a file tells.</summary>
/// <param name="ContentHash">SHA-256 in lower-case hexadecimal; the same content has the same hash under any name.</param>
/// <param name="Bytes">The file's length.</param>
public sealed record FileFacts(string ContentHash, long Bytes, bool IsWorkbook, Encoding Encoding)
{
    private const int BufferBytes = 1 << 20;

    // A file from an older office program on a Chinese machine has no mark and is no UTF-8; GB18030 holds GBK and GB2312.
    private static readonly Encoding chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static FileFacts Read(Stream file)
    {
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var (held, utf8, head) = (0, true, Array.Empty<byte>());
        while (true)
        {
            var read = file.Read(buffer, held, BufferBytes - held);
            if (read == 0)
                break;
            hash.AppendData(buffer, held, read);
            var known = buffer.AsSpan(0, held + read);
            if (head.Length == 0)
                head = known[..Math.Min(4, known.Length)].ToArray();

            // A character may lie across two reads.
            var whole = WholeCharacters(known);
            utf8 &= Utf8.IsValid(known[..whole]);
            known[whole..].CopyTo(buffer);
            held = known.Length - whole;
        }

        utf8 &= held == 0;
        return new FileFacts(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length, head.AsSpan().StartsWith("PK"u8), EncodingOf(head, utf8));
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> head, bool utf8) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => utf8 ? Encoding.UTF8 : chinese,
    };

    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            var length = lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
            if (length > back)
                return bytes.Length - back;
            if (length > 1)
                break;
        }

        return bytes.Length;
    }
}
