using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Strips;

/// <param name="Half">From the row's middle to where its dots end.</param>
internal readonly record struct OutlierRoom(double Left, double Right, double Middle, double Half);

/// <summary>Names outliers in the two lanes above and below a row's dots, as many as find room.</summary>
internal static class OutlierNames
{
    private const double Between = 10;
    private const double WidestName = 0.42;

    /// <param name="outliers">The first have the first choice of room.</param>
    /// <returns>How many found none.</returns>
    public static int Place(Picture picture, StripSpec spec, List<PlotMark> outliers, OutlierRoom room, Margins margins)
    {
        var taken = new List<PixelBox>();
        var unnamed = 0;
        foreach (var mark in outliers)
        {
            var label = Label(picture, spec, mark, room, margins);
            var placed = Lanes(room, margins)
                .Select(lane => label with { Baseline = PlacedText.BaselineFor(lane, margins.TextSize) })
                .FirstOrDefault(candidate => !taken.Exists(Padded(candidate.Box).Overlaps));
            if (placed is null)
            {
                unnamed++;
                continue;
            }

            taken.Add(placed.Box);
            picture.Texts.Add(placed);
            PlaceLeader(picture, mark, placed);
        }

        return unnamed;
    }

    private static IEnumerable<double> Lanes(OutlierRoom room, Margins margins)
    {
        yield return room.Middle - room.Half - margins.TextSize / 2 - 1;
        yield return room.Middle + room.Half + margins.TextSize / 2 + 3;
    }

    private static PlacedText Label(Picture picture, StripSpec spec, PlotMark mark, OutlierRoom room, Margins margins)
    {
        var rest = (mark.Synthetic ? spec.Texts.SyntheticSuffix : "") + " " + spec.Numbers.Short(mark.Value!.Value);
        var widest = (room.Right - room.Left) * WidestName - TextRuler.Width(rest, margins.TextSize);
        var text = TextRuler.ShortenName(mark.SeriesName, widest, margins.TextSize) + rest;
        var half = TextRuler.Width(text, margins.TextSize) / 2;
        var x = Math.Clamp(mark.X, margins.Side + half, picture.Width - margins.Side - half);
        // Among a phone's rows the axis reaches to the edge; beside names it begins right of them.
        x = Math.Max(x, Math.Min(room.Left + half - 4, picture.Width - margins.Side - half));
        return new PlacedText(text, x, 0, Anchor.Middle, margins.TextSize, picture.Colours.Text) { Halo = picture.Colours.Surface };
    }

    private static void PlaceLeader(Picture picture, PlotMark mark, PlacedText label)
    {
        var above = label.Baseline < mark.Y;
        var x = Math.Clamp(mark.X, label.Left, label.Left + label.Width);
        picture.Shapes.Add(Polyline.Between(
            mark.X, mark.Y + (above ? -5 : 5), x, above ? label.Box.Bottom : label.Box.Y, picture.Colours.Muted, 0.75f));
    }

    private static PixelBox Padded(PixelBox box) => new(box.X - Between / 2, box.Y, box.Width + Between, box.Height);
}
