using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Drawing;

/// <summary>
/// A plot laid out to the pixel: every shape and every text has its place, and painters decide nothing. What the
/// marks say is therefore where the ink is, in SVG and PNG alike.
/// </summary>
internal sealed class Picture(int width, int height, ThemeColours colours)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public ThemeColours Colours { get; } = colours;

    public PixelBox PlotArea { get; set; }

    /// <summary>In painting order, later ones above.</summary>
    public List<Shape> Shapes { get; } = [];

    /// <summary>Above all shapes.</summary>
    public List<PlacedText> Texts { get; } = [];

    public List<PlotMark> Marks { get; } = [];
}
