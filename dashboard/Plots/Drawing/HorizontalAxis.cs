using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Drawing;

/// <summary>A value axis along the lower edge: grid lines through the plot and numbers under them.</summary>
internal static class HorizontalAxis
{
    /// <summary>Pixels below the plot that the numbers take.</summary>
    public const double Height = 22;

    private const double BetweenTicks = 84;
    private const double Edge = 4;

    /// <summary>About how many steps such a width has room for.</summary>
    public static int Ticks(double width) => (int)Math.Clamp(width / BetweenTicks, 2, 9);

    public static void Place(Picture picture, PixelBox area, Scale x, ValueAxis axis, NumberText numbers, Margins margins)
    {
        foreach (var tick in axis.Ticks)
        {
            var at = x.Pixel(tick);
            picture.Shapes.Add(Polyline.Between(at, area.Y, at, area.Bottom, picture.Colours.Grid, 1));
        }

        PlaceNumbers(picture, area.Bottom, x, axis, numbers, margins);
        picture.Shapes.Add(Polyline.Between(area.X, area.Bottom, area.Right, area.Bottom, picture.Colours.Axis, 1));
    }

    /// <summary>The numbers alone: a tall plot has them above it too.</summary>
    public static void PlaceNumbers(Picture picture, double top, Scale x, ValueAxis axis, NumberText numbers, Margins margins)
    {
        foreach (var tick in axis.Ticks)
        {
            var text = numbers.OnAxis(tick, axis.Largest);
            var half = TextRuler.Width(text, margins.TextSize) / 2;
            picture.Texts.Add(new PlacedText(
                text, Math.Clamp(x.Pixel(tick), Edge + half, picture.Width - Edge - half), top + 6 + margins.TextSize, Anchor.Middle,
                margins.TextSize, picture.Colours.Muted));
        }
    }

    /// <summary>A dotted line from top to bottom, its label above it and inside the picture.</summary>
    public static void PlaceTarget(Picture picture, TargetLine target, double x, PixelBox area, double labelTop, Margins margins)
    {
        picture.Shapes.Add(
            Polyline.Between(x, area.Y, x, area.Bottom, picture.Colours.Target, Polyline.TargetWidth, Dash.Dotted));
        var text = TextRuler.Shorten(target.Label, picture.Width - margins.Side * 2, margins.TextSize);
        var half = TextRuler.Width(text, margins.TextSize) / 2;
        picture.Texts.Add(new PlacedText(
            text, Math.Clamp(x, margins.Side + half, picture.Width - margins.Side - half), labelTop + margins.TextSize, Anchor.Middle,
            margins.TextSize, picture.Colours.Target));
    }
}
