using System.Security.Cryptography;
using System.Text;

namespace EduAnalytics.Gateway.Transport.Persisted;

/// <summary>A document's name: the SHA-256 of its UTF-8, in lower-case hexadecimal digits.</summary>
internal static class DocumentHash
{
    private const int Digits = 64;

    public static string Of(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    public static bool IsOne(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigit);
}
