namespace EduAnalytics.Plots.Drawing;

/// <summary>A straight map from values to pixels along one axis.</summary>
internal readonly record struct Scale(double Low, double High, double PixelLow, double PixelHigh)
{
    public double Pixel(decimal value) =>
        PixelLow + ((double)value - Low) / (High - Low) * (PixelHigh - PixelLow);
}

/// <summary>The data rectangle in pixels with the two scales that fill it.</summary>
internal sealed record Frame(PixelBox Area, Scale X, Scale Y);
