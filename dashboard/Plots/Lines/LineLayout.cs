using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Lines;

/// <summary>Lays a line plot out: heading, unit, plot with the lines' names beside it, periods, key.</summary>
internal static class LineLayout
{
    private const double TickGap = 8;
    private const double AboveTicks = 56;

    public static Picture Draw(LineSpec spec)
    {
        var picture = new Picture(spec.Width, spec.Height, ThemeColours.Of(spec.Theme));
        var margins = Margins.For(spec);
        var looks = SeriesLook.Choose(spec, picture.Colours);
        var top = Heading.Place(picture, spec.Title, spec.Subtitle, margins) + 6;
        top = PlaceUnit(picture, spec, margins, top) + 6;

        var axis = AxisOf(spec, (spec.Height - top - AboveTicks) / AboveTicks);
        var (labels, key) = Names(spec, looks, margins, spec.Height - top - margins.LineHeight - 8);
        var bottom = spec.Height - margins.Top / 2 - key.Height - margins.LineHeight;
        var left = margins.Side + axis.Ticks.Max(tick => TickWidth(spec, axis, tick, margins)) + TickGap;
        var right = spec.Width - margins.Side - (labels?.ColumnWidth ?? 0);
        picture.PlotArea = new PixelBox(left, top, Math.Max(1, right - left), Math.Max(1, bottom - top));
        var frame = PeriodFrame.Over(picture.PlotArea, spec.Periods.Count, axis);

        LineGrid.Place(picture, spec, frame, axis, margins);
        SeriesInk.Place(picture, spec, looks, frame);
        TargetInk.Place(picture, spec.Target, frame, labelled: labels is null, margins);
        labels?.Place(picture, frame);
        if (picture.Marks.Count == 0)
            PlaceNoData(picture, spec.Texts.NoData, margins);
        key.Place(picture, spec.Height - margins.Top / 2 - key.Height);
        return picture;
    }

    private static double PlaceUnit(Picture picture, LineSpec spec, Margins margins, double top)
    {
        if (spec.Unit.Length == 0)
            return top;
        picture.Texts.Add(new PlacedText(
            spec.Unit, margins.Side, top + margins.TextSize, Anchor.Start, margins.TextSize, picture.Colours.Muted));
        return top + margins.LineHeight;
    }

    private static ValueAxis AxisOf(LineSpec spec, double ticks)
    {
        var values = spec.Series.SelectMany(series => series.Points).Select(point => point.Value).OfType<decimal>();
        var edges = spec.Band?.Edges.OfType<BandEdge>().SelectMany(edge => new[] { edge.Low, edge.High }) ?? [];
        var target = spec.Target is { } line ? [line.Value] : Array.Empty<decimal>();
        return ValueAxis.Over(
            [.. values, .. edges, .. target], spec.Floor, spec.Ceiling, (int)Math.Clamp(ticks, 2, 8));
    }

    /// <summary>Beside the lines if all the coloured ones can be named there, in the key if not.</summary>
    private static (EndLabels? Labels, Key Key) Names(
        LineSpec spec, IReadOnlyList<SeriesLook> looks, Margins margins, double height)
    {
        var key = new Key(LineKey.Items(spec, looks, inKey: false, unnamed: 0), spec.Width, margins);
        if (EndLabels.Plan(spec, looks, height - key.Height, margins) is not { } labels)
            return (null, new Key(
                LineKey.Items(spec, looks, inKey: true, looks.Count(look => !look.Coloured)), spec.Width, margins));
        var withNote = new Key(LineKey.Items(spec, looks, inKey: false, labels.Unnamed), spec.Width, margins);
        return withNote.Height == key.Height
            ? (labels, withNote)
            : (EndLabels.Plan(spec, looks, height - withNote.Height, margins), withNote);
    }

    private static double TickWidth(LineSpec spec, ValueAxis axis, decimal tick, Margins margins) =>
        TextRuler.Width(spec.Numbers.OnAxis(tick, axis.Largest), margins.TextSize);

    private static void PlaceNoData(Picture picture, string text, Margins margins)
    {
        var area = picture.PlotArea;
        picture.Texts.Add(new PlacedText(
            text, area.X + area.Width / 2, area.Y + area.Height / 2, Anchor.Middle, margins.TextSize + 2,
            picture.Colours.Muted) { Halo = picture.Colours.Surface });
    }
}
