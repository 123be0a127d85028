using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Slopes;

/// <summary>Lays a slope plot out: heading, two periods with the values between them, names right, key.</summary>
internal static class SlopeLayout
{
    private const double PeriodRow = 24;

    public static Picture Draw(SlopeSpec spec)
    {
        var colours = ThemeColours.Of(spec.Theme);
        var margins = Margins.For(spec);
        var sketch = new Picture(spec.Width, 0, colours);
        var head = Heading.Place(sketch, spec.Title, spec.Subtitle, margins) + 8;
        var top = head + PeriodRow;
        var key = new Key(SlopeKey.Items(spec, colours), spec.Width, margins);
        var labels = SlopeLabels.Of(spec, margins);
        var bottom = Math.Max(spec.Height - key.Height - margins.Top, top + labels.LeastHeight);
        var picture = new Picture(spec.Width, (int)Math.Ceiling(bottom + 8 + key.Height + margins.Top / 2), colours)
        {
            PlotArea = new PixelBox(
                margins.Side + labels.LeftWidth + labels.LeftGap, top,
                Math.Max(1, spec.Width - margins.Side * 2 - labels.LeftWidth - labels.RightWidth - labels.LeftGap - labels.RightGap), bottom - top),
        };
        picture.Texts.AddRange(sketch.Texts);
        var frame = FrameOf(spec, picture.PlotArea);
        PlacePeriods(picture, spec, head, margins);
        if (spec.Lines.All(line => line.From is null && line.To is null))
            Notice.Place(picture, picture.PlotArea, spec.Texts.NoData, margins);
        SlopeInk.Place(picture, spec, frame);
        labels.Place(picture, frame);
        key.Place(picture, picture.Height - margins.Top / 2 - key.Height);
        return picture;
    }

    /// <summary>Values inside, not at the edge: names of the outermost need half a line.</summary>
    private static Frame FrameOf(SlopeSpec spec, PixelBox area)
    {
        var values = spec.Lines.SelectMany(line => new[] { line.From, line.To }).Append(spec.Target?.Value).OfType<decimal>().ToList();
        var (low, high) = values.Count == 0 ? (0, 1) : ((double)values.Min(), (double)values.Max());
        if (low == high)
            (low, high) = (low - 1, high + 1);
        return new Frame(area, new Scale(0, 1, area.X, area.Right), new Scale(low, high, area.Bottom - 10, area.Y + 10));
    }

    private static void PlacePeriods(Picture picture, SlopeSpec spec, double top, Margins margins)
    {
        var area = picture.PlotArea;
        // Between the axes, or outside of them where a phone leaves no room there.
        var inside = area.Width / 2 - 4;
        var fits = Math.Max(TextRuler.Width(spec.From, margins.TextSize), TextRuler.Width(spec.To, margins.TextSize)) <= inside;
        var (before, after) = fits ? (Anchor.Start, Anchor.End) : (Anchor.End, Anchor.Start);
        var outside = Math.Min(area.X, picture.Width - area.Right) - margins.Side / 2;
        var room = fits ? inside : outside;
        foreach (var (period, x, anchor) in new[] { (spec.From, area.X, before), (spec.To, area.Right, after) })
        {
            picture.Shapes.Add(Polyline.Between(x, area.Y, x, area.Bottom, picture.Colours.Axis, 1));
            picture.Texts.Add(new PlacedText(
                TextRuler.Shorten(period, room, margins.TextSize), x, top + margins.TextSize, anchor, margins.TextSize, picture.Colours.Muted));
        }
    }
}
