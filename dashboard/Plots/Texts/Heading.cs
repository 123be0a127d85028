using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Texts;

/// <summary>Title and subtitle at the top of a picture.</summary>
internal static class Heading
{
    private const int MostLines = 2;
    private const double SubtitleSize = 12.5;

    /// <summary>Sets both and gives the height in pixels from the top that is taken.</summary>
    public static double Place(Picture picture, string title, string subtitle, Margins margins)
    {
        var width = picture.Width - margins.Side * 2;
        var y = margins.Top;
        y = Lines(picture, title, margins.Side, y, width, margins.TitleSize, picture.Colours.Text, bold: true);
        return Lines(picture, subtitle, margins.Side, y, width, SubtitleSize, picture.Colours.Muted, bold: false);
    }

    private static double Lines(
        Picture picture, string text, double x, double top, double width, double size, string colour, bool bold)
    {
        foreach (var line in TextRuler.Wrap(text, width, size, MostLines, bold))
        {
            picture.Texts.Add(new PlacedText(line, x, top + size, Anchor.Start, size, colour) { Bold = bold });
            top += Math.Round(size * 1.4);
        }

        return top;
    }
}
