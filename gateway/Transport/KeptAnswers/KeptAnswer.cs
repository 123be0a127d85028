using System.Buffers.Text;
using System.Security.Cryptography;
using EduAnalytics.Contracts.Changes;

namespace EduAnalytics.Gateway.Transport.KeptAnswers;

/// <summary>An answer's bytes, and the state of the grains they were made from.</summary>
/// <param name="madeAt">The board's moment at which the making began.</param>
/// <param name="reads">The places of all grains that were asked.</param>
internal sealed class KeptAnswer(byte[] body, long madeAt, ChangePlace[] reads)
{
    public byte[] Body => body;

    /// <summary>Weak, since the same answer goes out compressed too.</summary>
    public string ETag { get; } = $"W/\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 16))}\"";

    /// <summary>False from the moment at which a grain behind it changed.</summary>
    public bool Holds
    {
        get
        {
            foreach (var read in reads)
                if (read.ChangedAt > madeAt)
                    return false;
            return true;
        }
    }
}
