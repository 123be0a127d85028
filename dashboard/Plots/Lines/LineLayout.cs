using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Lines;

/// <summary>Lays a line plot out: heading, unit, plot with the lines' names beside it, periods, key.</summary>
internal static class LineLayout
{
    private const double TickGap = 8;
    private const double BetweenTicks = 46;
    private const double PeriodRow = 26;

    /// <summary>Pixels of height the plot keeps for itself however many names stand below it.</summary>
    private const double SmallestPlot = 140;

    public static Picture Draw(LineSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var margins = Margins.For(spec);
        var looks = SeriesLook.Choose(spec, colours);
        // The height is known only once heading and key are set, so the heading is placed on a sketch first.
        var sketch = new Picture(spec.Width, spec.Height, colours);
        var top = PlaceUnit(sketch, spec, margins, Heading.Place(sketch, spec.Title, spec.Subtitle, margins) + 6) + 8;
        var below = PeriodRow + margins.Top / 2;
        var (labels, key) = Names(spec, looks, margins, spec.Height - top - below);

        var height = Math.Max(spec.Height, (int)Math.Ceiling(top + SmallestPlot + below + key.Height));
        var picture = new Picture(spec.Width, height, colours);
        picture.Texts.AddRange(sketch.Texts);
        var bottom = height - below - key.Height;
        var axis = AxisOf(spec, (bottom - top) / BetweenTicks);
        var left = margins.Side + axis.Ticks.Max(tick => TickWidth(spec, axis, tick, margins)) + TickGap;
        var right = spec.Width - margins.Side - (labels?.ColumnWidth ?? 0);
        picture.PlotArea = new PixelBox(left, top, Math.Max(1, right - left), bottom - top);
        Fill(picture, spec, looks, labels, PeriodFrame.Over(picture.PlotArea, spec.Periods.Count, axis), axis);
        key.Place(picture, height - margins.Top / 2 - key.Height);
        return picture;
    }

    private static void Fill(
        Picture picture, LineSpec spec, IReadOnlyList<SeriesLook> looks, EndLabels? labels, Frame frame, ValueAxis axis)
    {
        var margins = Margins.For(spec);
        LineGrid.Place(picture, spec, frame, axis, margins);
        SeriesInk.Place(picture, spec, looks, frame);
        PlaceTarget(picture, spec.Target, frame);
        labels?.Place(picture, frame);
        if (labels is not null && !spec.Compact)
            ValueInk.Place(picture, spec, looks, frame, margins);
        if (picture.Marks.Count == 0)
            Notice.Place(picture, picture.PlotArea, spec.Series.Select(series => series.Withheld).FirstOrDefault(reason => reason is not null) ?? spec.Texts.NoData, margins);
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

    private static void PlaceTarget(Picture picture, TargetLine? target, Frame frame)
    {
        if (target is null)
            return;
        var y = frame.Y.Pixel(target.Value);
        picture.Shapes.Add(Polyline.Between(
            frame.Area.X, y, frame.Area.Right, y, picture.Colours.Target, Polyline.TargetWidth, Dash.Dotted));
    }
}
