using SkiaSharp;

namespace EduAnalytics.Plots.Tests.Pictures;

/// <summary>How two pictures differ to the eye.</summary>
/// <param name="Pixels">How many pixels have no like one in the other picture, there or right beside.</param>
/// <param name="Shown">The received picture paled, with those pixels in red; null where the sizes differ.</param>
internal sealed record PictureComparison(int Pixels, SKBitmap? Shown)
{
    /// <summary>Less than the smallest marker leaves behind: whatever is lost or moved shows.</summary>
    public const int Tolerated = 8;

    /// <summary>Of 255; edges of letters come out a little differently with another release of the same font.</summary>
    private const int LikeChannel = 48;

    public bool IsSame => Pixels <= Tolerated;

    public static PictureComparison Of(SKBitmap approved, SKBitmap received)
    {
        if (approved.Width != received.Width || approved.Height != received.Height)
            return new PictureComparison(received.Width * received.Height, null);
        var (before, now) = (approved.Pixels, received.Pixels);
        var unlike = Enumerable.Range(0, now.Length)
            .Where(at => before[at] != now[at])
            .Where(at => !HasLike(now[at], before, at, received.Width) || !HasLike(before[at], now, at, received.Width))
            .ToList();
        return new PictureComparison(unlike.Count, Show(received, unlike));
    }

    /// <summary>Within one pixel, since an edge may fall on the other side of a pixel's border.</summary>
    private static bool HasLike(SKColor wanted, SKColor[] pixels, int at, int width)
    {
        var (x, y, height) = (at % width, at / width, pixels.Length / width);
        for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
            for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                if (AreLike(wanted, pixels[row * width + column]))
                    return true;
        return false;
    }

    private static bool AreLike(SKColor one, SKColor other) =>
        Math.Abs(one.Red - other.Red) <= LikeChannel
        && Math.Abs(one.Green - other.Green) <= LikeChannel
        && Math.Abs(one.Blue - other.Blue) <= LikeChannel
        && Math.Abs(one.Alpha - other.Alpha) <= LikeChannel;

    private static SKBitmap Show(SKBitmap received, List<int> unlike)
    {
        static byte Paled(byte channel) => (byte)(191 + channel / 4);

        var pixels = received.Pixels.Select(pixel => new SKColor(Paled(pixel.Red), Paled(pixel.Green), Paled(pixel.Blue))).ToArray();
        foreach (var at in unlike)
            pixels[at] = SKColors.Red;
        return new SKBitmap(received.Width, received.Height) { Pixels = pixels };
    }
}
