namespace EduAnalytics.Plots.Drawing;

internal readonly record struct Dot(double X, double Y);

internal enum Dash { Solid, Dashed, Dotted }

internal enum MarkerForm { Circle, Square }

/// <summary>What a picture is made of beside its text; all coordinates are pixels, y growing downwards.</summary>
internal abstract record Shape;

internal sealed record Polyline(IReadOnlyList<Dot> Points, string Colour, float Width, Dash Dash = Dash.Solid) : Shape
{
    /// <summary>Pixels across the dotted line of a target.</summary>
    public const float TargetWidth = 1.5f;

    public static Polyline Between(
        double x1, double y1, double x2, double y2, string colour, float width, Dash dash = Dash.Solid) =>
        new([new Dot(x1, y1), new Dot(x2, y2)], colour, width, dash);
}

/// <summary>A filled outline; without an <paramref name="Outline"/> colour only the filling.</summary>
internal sealed record Polygon(
    IReadOnlyList<Dot> Points, string Fill, string? Outline = null, Dash Dash = Dash.Solid) : Shape
{
    public static Polygon Box(PixelBox box, string fill, string? outline = null, Dash dash = Dash.Solid) => new(
        [new Dot(box.X, box.Y), new Dot(box.Right, box.Y), new Dot(box.Right, box.Bottom), new Dot(box.X, box.Bottom)],
        fill, outline, dash);
}

/// <summary>Markers of one look; a hollow one is filled with the background.</summary>
internal sealed record Markers(
    IReadOnlyList<Dot> Points, MarkerForm Form, float Size, string Fill, string Outline) : Shape;
