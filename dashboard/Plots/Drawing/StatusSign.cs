using EduAnalytics.Plots.Colours;

namespace EduAnalytics.Plots.Drawing;

/// <summary>A round tick for met and a triangle with a stroke for missed: unlike in outline, not only in colour.</summary>
internal static class StatusSign
{
    public const double Width = 14;

    private const double Radius = Width / 2;

    public static string Colour(RowStatus status, ThemeColours colours) => status switch
    {
        RowStatus.Met => colours.Met,
        RowStatus.Missed => colours.Missed,
        _ => colours.Neutral,
    };

    public static IEnumerable<Shape> At(double x, double y, RowStatus status, ThemeColours colours) =>
        status == RowStatus.Met ? Tick(x, y, colours) : Warning(x, y, colours);

    private static IEnumerable<Shape> Tick(double x, double y, ThemeColours colours) =>
    [
        new Markers([new Dot(x, y)], MarkerForm.Circle, (float)Radius * 2 - 2, colours.Met, colours.Met),
        new Polyline(
            [new Dot(x - 3, y + 0.2), new Dot(x - 0.8, y + 2.6), new Dot(x + 3.2, y - 2.4)], colours.Surface, 1.6f),
    ];

    private static IEnumerable<Shape> Warning(double x, double y, ThemeColours colours) =>
    [
        new Polygon(
            [
                new Dot(x, y - Radius), new Dot(x + Radius, y + Radius - 1), new Dot(x - Radius, y + Radius - 1),
            ],
            colours.Missed, colours.Missed),
        Polyline.Between(x, y - 2.5, x, y + 2, colours.Surface, 1.6f),
        Polyline.Between(x, y + 3.4, x, y + 5, colours.Surface, 1.6f),
    ];
}
