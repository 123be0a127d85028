using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>
/// Reads the JSON that a client sent. The parser takes what is no text for a string (bytes that are not UTF-8, half a
/// surrogate pair) and throws when it is read; here it is as malformed as a bracket that is missing.
/// </summary>
internal static class RequestJson
{
    /// <exception cref="JsonException">It is malformed; line and place are given.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> text)
    {
        if (!Utf8.IsValid(text.Span) || text.Span.IndexOf("\\u"u8) >= 0)
            CheckStrings(text.Span);
        return JsonDocument.Parse(text);
    }

    private static void CheckStrings(ReadOnlySpan<byte> text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var reader = new Utf8JsonReader(text);
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                    continue;
                try
                {
                    reader.CopyString(buffer);
                }
                catch (InvalidOperationException)
                {
                    var before = text[..(int)reader.TokenStartIndex];
                    throw new JsonException(
                        "A string is no text: it must be UTF-8, and surrogates come in pairs.",
                        path: null,
                        lineNumber: before.Count((byte)'\n'),
                        bytePositionInLine: before.Length - (before.LastIndexOf((byte)'\n') + 1));
                }
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
