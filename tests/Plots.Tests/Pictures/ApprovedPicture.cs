using System.Reflection;
using SkiaSharp;

namespace EduAnalytics.Plots.Tests.Pictures;

/// <summary>A picture that someone has looked at and committed.</summary>
internal static class ApprovedPicture
{
    /// <summary>What the approved pictures were drawn with: Debian's <c>fonts-noto-cjk</c>.</summary>
    public const string Font = "Noto Sans CJK SC";

    private static readonly string Approved = Folder("ApprovedFolder");
    private static readonly string Received = Folder("ReceivedFolder");

    /// <summary>Null where the picture is as approved; else what differs and where to look.</summary>
    public static string? Differs(string name, byte[] png)
    {
        var approved = Path.Combine(Approved, name + ".png");
        if (!File.Exists(approved))
            return $"No approved picture '{name}'. Look at {Write(name, png)}; if it is right, copy it to {Approved}.";
        using var before = SKBitmap.Decode(approved);
        using var now = SKBitmap.Decode(png);
        var comparison = PictureComparison.Of(before, now);
        using var shown = comparison.Shown;
        if (comparison.IsSame)
            return null;
        var received = Write(name, png);
        if (shown is null)
            return $"'{name}' is {now.Width} × {now.Height} px where {before.Width} × {before.Height} were approved. Look at {received}.";
        using var difference = shown.Encode(SKEncodedImageFormat.Png, 100);
        return $"'{name}' differs from the approved picture in {comparison.Pixels} pixels. Look at {received} and at "
            + $"{Write(name + ".difference", difference.ToArray())}; if the change is meant, copy the first to {Approved}.";
    }

    private static string Write(string name, byte[] png)
    {
        var file = Path.Combine(Directory.CreateDirectory(Received).FullName, name + ".png");
        File.WriteAllBytes(file, png);
        return file;
    }

    private static string Folder(string key) => typeof(ApprovedPicture).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
