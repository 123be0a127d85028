using System.IO.Compression;
using System.Text.Json;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>
/// What a prerendered page hands to its circuit inside the HTML, so that nothing is read twice and nothing flickers. It is
/// packed, because rows of readings repeat their field names and shrink to a tenth.
/// </summary>
public static class Handover
{
    /// <summary>More would not fit the circuit's first message: then the circuit reads for itself.</summary>
    private const int MostBytes = 256 * 1024;

    /// <summary>The data packed; null where they are more than the HTML can hand over.</summary>
    public static byte[]? Pack<T>(T data)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, data);
        var bytes = packed.ToArray();
        return bytes.Length <= MostBytes ? bytes : null;
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
