using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Lines;

/// <summary>The target line; inside the plot it is named only where the names do not stand beside it.</summary>
internal static class TargetInk
{
    public static void Place(Picture picture, TargetLine? target, Frame frame, bool labelled, Margins margins)
    {
        if (target is null)
            return;
        var y = frame.Y.Pixel(target.Value);
        picture.Shapes.Add(
            Polyline.Between(frame.Area.X, y, frame.Area.Right, y, picture.Colours.Target, 1.5f, Dash.Dotted));
        if (!labelled)
            return;
        var size = margins.TextSize;
        var above = y - 5 - size > frame.Area.Y;
        var text = TextRuler.Shorten(target.Label, frame.Area.Width - 8, size);
        picture.Texts.Add(new PlacedText(
            text, frame.Area.X + 4, above ? y - 5 : y + 3 + size, Anchor.Start, size, picture.Colours.Target)
        { Halo = picture.Colours.Surface });
    }
}
