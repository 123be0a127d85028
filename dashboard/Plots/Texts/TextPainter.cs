using SkiaSharp;

namespace EduAnalytics.Plots.Texts;

/// <summary>Sets placed text on a raster canvas. In SVG the text is written as elements instead.</summary>
internal static class TextPainter
{
    public static void Draw(SKCanvas canvas, PlacedText text)
    {
        using var font = new SKFont(text.Bold ? PlotFonts.Bold : PlotFonts.Regular, (float)text.Size)
        {
            Edging = SKFontEdging.Antialias,
            Subpixel = true,
        };
        using var paint = new SKPaint { IsAntialias = true };
        if (text.Halo is { } halo)
        {
            paint.Color = SKColor.Parse(halo);
            paint.IsStroke = true;
            paint.StrokeWidth = 3;
            paint.StrokeJoin = SKStrokeJoin.Round;
            canvas.DrawText(text.Text, (float)text.Left, (float)text.Baseline, font, paint);
        }

        paint.IsStroke = false;
        paint.Color = SKColor.Parse(text.Colour);
        canvas.DrawText(text.Text, (float)text.Left, (float)text.Baseline, font, paint);
    }
}
