using System.Buffers.Binary;
using System.Security.Cryptography;
using EduAnalytics.Gateway.Transport.Http;

namespace EduAnalytics.Gateway.Transport.KeptAnswers;

/// <summary>
/// What an answer depends on beside the grains' state: the request to the last byte, the form of the answer, and what its
/// reader may see. The request stands as its SHA-256, for which nobody can make a second one.
/// </summary>
internal readonly record struct AnswerKey(UInt128 High, UInt128 Low, AnswerMedia Media, bool IsGet, string Rights)
{
    public static AnswerKey Of(ReadOnlySpan<byte> request, AnswerMedia media, bool isGet, string rights)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(request, hash);
        return new AnswerKey(
            BinaryPrimitives.ReadUInt128LittleEndian(hash), BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]), media, isGet, rights);
    }
}
