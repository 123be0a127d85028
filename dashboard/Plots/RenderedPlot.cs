namespace EduAnalytics.Plots;

/// <summary>A drawn plot and where its marks lie, so that a page can lay real, focusable elements over them.</summary>
/// <param name="Svg">One <c>svg</c> element without XML declaration, ready to stand inline in HTML.</param>
/// <param name="Width">Width of the view box; one unit is one CSS pixel at natural size.</param>
/// <param name="Height">Height of the view box.</param>
/// <param name="PlotArea">The rectangle between the axes, in view box units.</param>
/// <param name="Marks">Series by series in the specification's order, each from the first period to the last.</param>
public sealed record RenderedPlot(string Svg, int Width, int Height, PixelBox PlotArea, ValueList<PlotMark> Marks);

/// <summary>A rectangle in view box units, y growing downwards.</summary>
public readonly record struct PixelBox(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public bool Contains(double x, double y) => x >= X && x <= Right && y >= Y && y <= Bottom;

    public bool Overlaps(PixelBox other) =>
        X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    internal static PixelBox Around(double x, double y, double radius) =>
        new(x - radius, y - radius, radius * 2, radius * 2);
}

/// <summary>One thing with a value as drawn: a point, a bar, a cell.</summary>
/// <param name="SeriesId">The series', row's or unit's id from the specification.</param>
/// <param name="SeriesName">The name in full, also where the picture had to shorten it.</param>
/// <param name="PeriodIndex">Index into the specification's periods, of a status map into its columns; 0 where there is one only.</param>
/// <param name="Period">The period's label; of a status map the column's name.</param>
/// <param name="Value">Null only for a row or cell without data.</param>
/// <param name="ValueText">The value in full with its unit, or the specification's words for 'no data'.</param>
/// <param name="X">Centre of the point, or the bar's end.</param>
/// <param name="Y">Centre of the point or bar.</param>
/// <param name="Box">The point's square, or the bar's whole row: what a pointer should be able to hit.</param>
/// <param name="Colour">The mark's colour as <c>#rrggbb</c>, for a tooltip that matches.</param>
/// <param name="Synthetic">The value is generated, and the picture says so.</param>
public sealed record PlotMark(
    string SeriesId,
    string SeriesName,
    int PeriodIndex,
    string Period,
    decimal? Value,
    string ValueText,
    double X,
    double Y,
    PixelBox Box,
    string Colour,
    bool Synthetic)
{
    /// <summary>What the picture says of the mark beside its value, such as that it misses the target; empty for nothing.</summary>
    public string Note { get; init; } = "";
}
