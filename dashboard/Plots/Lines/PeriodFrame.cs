using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Lines;

/// <summary>Maps period indexes and values to pixels.</summary>
internal static class PeriodFrame
{
    /// <summary>Room left and right of the outer periods, so that their markers stand clear of the axis.</summary>
    private const double Pad = 10;

    /// <summary>Marks a period from the axis up to the top.</summary>
    public static Polyline Stroke(Frame frame, int period, ThemeColours colours)
    {
        var x = frame.X.Pixel(period);
        return Polyline.Between(x, frame.Area.Y, x, frame.Area.Bottom, colours.Text, 1);
    }

    public static Frame Over(PixelBox area, int periods, ValueAxis axis)
    {
        var last = Math.Max(0, periods - 1);
        var pad = last == 0 ? area.Width / 2 : Math.Min(Pad, area.Width / 4);
        return new Frame(
            area,
            last == 0
                ? new Scale(0, 1, area.X + pad, area.Right)
                : new Scale(0, last, area.X + pad, area.Right - pad),
            new Scale((double)axis.Low, (double)axis.High, area.Bottom, area.Y));
    }
}
