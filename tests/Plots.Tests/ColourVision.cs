using SkiaSharp;

namespace EduAnalytics.Plots.Tests;

/// <summary>
/// How a colour looks to people who lack one kind of cone, by the matrices for full severity of Machado, Oliveira and Fernandes,
/// "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), and how far apart two colours then are.
/// </summary>
internal static class ColourVision
{
    public static readonly IReadOnlyDictionary<string, double[]> All = new Dictionary<string, double[]>
    {
        ["usual"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <summary>The distance in CIELAB: 2 is just noticed side by side; lines and legends need several times that.</summary>
    public static double Distance(string one, string other, double[] vision)
    {
        var (a, b) = (Lab(one, vision), Lab(other, vision));
        return Math.Sqrt(Math.Pow(a.L - b.L, 2) + Math.Pow(a.A - b.A, 2) + Math.Pow(a.B - b.B, 2));
    }

    private static (double L, double A, double B) Lab(string colour, double[] vision)
    {
        var parsed = SKColor.Parse(colour);
        double[] seen = [Linear(parsed.Red), Linear(parsed.Green), Linear(parsed.Blue)];
        var (red, green, blue) = (Row(0), Row(1), Row(2));
        var x = Compressed(((0.4124 * red) + (0.3576 * green) + (0.1805 * blue)) / 0.95047);
        var y = Compressed((0.2126 * red) + (0.7152 * green) + (0.0722 * blue));
        var z = Compressed(((0.0193 * red) + (0.1192 * green) + (0.9505 * blue)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        double Row(int row) => Math.Clamp(
            (vision[3 * row] * seen[0]) + (vision[(3 * row) + 1] * seen[1]) + (vision[(3 * row) + 2] * seen[2]), 0, 1);
    }

    /// <summary>The light of a channel, as WCAG 2 and sRGB define it.</summary>
    public static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static double Compressed(double share) => share > 0.008856 ? Math.Cbrt(share) : (7.787 * share) + (16.0 / 116);
}
