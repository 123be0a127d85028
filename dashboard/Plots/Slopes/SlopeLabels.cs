using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Lines;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Slopes;

/// <summary>The earlier values left of the plot; right of it name, later value and change of each line.</summary>
internal sealed class SlopeLabels
{
    private const double WideColumn = 0.42;
    private const double CompactColumn = 0.52;
    private const double Gap = 10;

    /// <summary>Where so many names must step aside, their leaders need room to be followed.</summary>
    private const int Many = 12;
    private const double WideGap = 26;
    private const double CompactWideGap = 16;
    private const double AtAxis = 3.5;
    private const double AtText = 2;

    private readonly List<(decimal Value, string Text, bool Bold)> _left;
    private readonly List<(decimal Value, string Text, bool Bold)> _right;
    private readonly TargetLine? _target;
    private readonly Margins _margins;

    private SlopeLabels(
        List<(decimal, string, bool)> left, List<(decimal, string, bool)> right, TargetLine? target, bool compact, Margins margins)
    {
        (_left, _right, _target, _margins) = (left, right, target, margins);
        LeftWidth = Widest(_left);
        RightWidth = Widest(_right);
        LeftGap = GapBeside(_left, compact);
        RightGap = GapBeside(_right, compact);
        LeastHeight = Math.Max(120, (Math.Max(_left.Count, _right.Count) + 1) * margins.LineHeight);
    }

    public double LeftWidth { get; }

    public double RightWidth { get; }

    /// <summary>Pixels between the earlier values and their axis.</summary>
    public double LeftGap { get; }

    /// <summary>Pixels between the names and their axis.</summary>
    public double RightGap { get; }

    /// <summary>Pixels in which all names find their own line.</summary>
    public double LeastHeight { get; }

    public static SlopeLabels Of(SlopeSpec spec, Margins margins)
    {
        var column = spec.Width * (spec.Compact ? CompactColumn : WideColumn);
        // Lines that begin at what is printed alike share one number: which of two equal ones is whose nobody could tell.
        var left = spec.Lines.Where(line => line.From is not null)
            .GroupBy(line => spec.Numbers.Short(line.From!.Value), StringComparer.Ordinal)
            .Select(alike => (alike.Average(line => line.From!.Value), alike.Key, alike.Any(line => line.Highlighted))).ToList();
        var right = spec.Lines.Where(line => line.To is not null || line.From is not null)
            .Select(line => (line.To ?? line.From!.Value, Text(spec, line, column, margins), line.Highlighted)).ToList();
        if (spec.Target is { } target)
            right.Add((target.Value, TextRuler.Shorten(target.Label, column, margins.TextSize), false));
        return new SlopeLabels(left, right, spec.Target, spec.Compact, margins);
    }

    public void Place(Picture picture, Frame frame)
    {
        Place(picture, frame, _left, frame.Area.X, -LeftGap);
        Place(picture, frame, _right, frame.Area.Right, RightGap);
        if (_target is { } target)
        {
            var y = frame.Y.Pixel(target.Value);
            picture.Shapes.Add(Polyline.Between(
                frame.Area.X, y, frame.Area.Right, y, picture.Colours.Target, Polyline.TargetWidth, Dash.Dotted));
        }
    }

    /// <param name="gap">From the axis to the text; negative to the left.</param>
    private void Place(Picture picture, Frame frame, List<(decimal Value, string Text, bool Bold)> labels, double axis, double gap)
    {
        var sorted = labels.OrderBy(label => frame.Y.Pixel(label.Value)).ToList();
        var middles = PushApart.Place(
            [.. sorted.Select(label => frame.Y.Pixel(label.Value))], _margins.LineHeight, frame.Area.Y + 6, frame.Area.Bottom - 6);
        foreach (var (label, middle) in sorted.Zip(middles))
        {
            picture.Texts.Add(new PlacedText(
                label.Text, axis + gap, PlacedText.BaselineFor(middle, _margins.TextSize), gap < 0 ? Anchor.End : Anchor.Start,
                _margins.TextSize, picture.Colours.Text)
            { Bold = label.Bold });
            var y = frame.Y.Pixel(label.Value);
            if (Math.Abs(middle - y) > 2)
                picture.Shapes.Add(Polyline.Between(axis + Math.Sign(gap) * AtAxis, y, axis + gap - Math.Sign(gap) * AtText, middle, picture.Colours.Others, 0.75f));
        }
    }

    /// <summary>Value and change are kept whole; the name gives way.</summary>
    private static string Text(SlopeSpec spec, SlopeLine line, double column, Margins margins)
    {
        var value = line.To is { } to ? spec.Numbers.Short(to) : spec.Texts.NoData;
        var rest = (line.Synthetic ? spec.Texts.SyntheticSuffix : "") + $" {value}" + (line.Change.Length > 0 ? $" ({line.Change})" : "");
        return TextRuler.ShortenName(
            line.Name, column - TextRuler.Width(rest, margins.TextSize, line.Highlighted), margins.TextSize, line.Highlighted) + rest;
    }

    private static double GapBeside(List<(decimal Value, string Text, bool Bold)> labels, bool compact) =>
        labels.Count <= Many ? Gap : compact ? CompactWideGap : WideGap;

    private double Widest(List<(decimal Value, string Text, bool Bold)> labels) =>
        labels.Select(label => TextRuler.Width(label.Text, _margins.TextSize, label.Bold)).DefaultIfEmpty(0).Max();
}
