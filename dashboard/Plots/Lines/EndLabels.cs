using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Lines;

/// <summary>The column right of the plot that names lines where they end, and the target.</summary>
internal sealed class EndLabels
{
    private const double Gap = 18;
    private const double AfterMarker = 6;

    /// <summary>Of the column's height, how much may be filled with grey names before the leaders tangle.</summary>
    private const double Crowded = 0.8;

    private readonly List<EndLabel> _labels;
    private readonly Margins _margins;

    private EndLabels(List<EndLabel> labels, int unnamed, Margins margins)
    {
        (_labels, Unnamed, _margins) = (labels, unnamed, margins);
        ColumnWidth = labels.Count == 0 ? 0 : Gap + labels.Max(label => label.Width);
    }

    /// <summary>Including the gap for the leaders.</summary>
    public double ColumnWidth { get; }

    /// <summary>Series with values that got no label.</summary>
    public int Unnamed { get; }

    /// <summary>Null where the coloured lines and the target do not all find room.</summary>
    public static EndLabels? Plan(
        LineSpec spec, IReadOnlyList<SeriesLook> looks, double height, Margins margins)
    {
        var named = EndLabel.For(spec, looks.Where(look => look.Coloured), margins);
        var room = (int)(height / margins.LineHeight);
        if (named is null || named.Count > room)
            return null;
        var others = looks.Where(look => !look.Coloured && EndLabel.LastPoint(look.Series) is not null).ToList();
        var spare = Math.Clamp((int)(room * Crowded) - named.Count, 0, others.Count);
        if (EndLabel.For(spec with { Target = null }, others.Take(spare), margins) is not { } grey)
            return new EndLabels(named, others.Count, margins);
        return new EndLabels([.. named, .. grey], others.Count - grey.Count, margins);
    }

    public void Place(Picture picture, Frame frame)
    {
        var byHeight = _labels.OrderBy(label => frame.Y.Pixel(label.Value)).ToList();
        var middles = PushApart.Place(
            [.. byHeight.Select(label => frame.Y.Pixel(label.Value))], _margins.LineHeight,
            frame.Area.Y + 2, frame.Area.Bottom - 2);
        for (var i = 0; i < byHeight.Count; i++)
            Place(picture, frame, byHeight[i], middles[i]);
    }

    private void Place(Picture picture, Frame frame, EndLabel label, double middle)
    {
        var x = frame.Area.Right + Gap;
        picture.Texts.Add(new PlacedText(
            label.Text, x, PlacedText.BaselineFor(middle, _margins.TextSize), Anchor.Start, _margins.TextSize,
            label.TextColour)
        { Bold = label.Bold });

        var y = frame.Y.Pixel(label.Value);
        var fromX = label.Period is { } period ? frame.X.Pixel(period) + AfterMarker : frame.Area.Right;
        var endsEarly = fromX < frame.Area.Right - Gap;
        // A level, short way from line to name needs no leader.
        if (!endsEarly && Math.Abs(middle - y) < 2)
            return;
        picture.Shapes.Add(new Polyline(
            [new Dot(fromX, y), new Dot(Math.Max(fromX, frame.Area.Right), y), new Dot(x - 3, middle)],
            label.LineColour, 0.75f, endsEarly ? Dash.Dotted : Dash.Solid));
    }
}
