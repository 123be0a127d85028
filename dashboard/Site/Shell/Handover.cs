using System.IO.Compression;
using System.Text.Json;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>
/// What a prerendered page hands to its circuit inside the HTML, so that nothing is read twice and nothing flickers. It is
/// packed, because rows of readings repeat their field names and shrink to a tenth.
/// </summary>
public static class Handover
{
    public static byte[] Pack<T>(T data)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, data);
        return packed.ToArray();
    }

    /// <summary>The data packed before; null where nothing was.</summary>
    public static T? Unpack<T>(byte[]? packed)
        where T : class
    {
        if (packed is null)
            return null;
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli);
    }
}
