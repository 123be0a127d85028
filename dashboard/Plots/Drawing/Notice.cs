using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Drawing;

/// <summary>The words that stand in a plot without any value.</summary>
internal static class Notice
{
    /// <summary>Pixels of height of a plot that has nothing but the words.</summary>
    public const double Height = 64;

    public static void Place(Picture picture, PixelBox area, string text, Margins margins) =>
        picture.Texts.Add(new PlacedText(
            text, area.X + area.Width / 2, area.Y + area.Height / 3 + margins.TextSize / 2, Anchor.Middle, margins.TextSize + 2,
            picture.Colours.Muted)
        { Halo = picture.Colours.Surface });
}
