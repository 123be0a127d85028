using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Lines;

/// <summary>The name of one line, or of the target, in the column beside the plot.</summary>
/// <param name="Period">Index of the line's last value; null for the target, which runs to the edge.</param>
internal sealed record EndLabel(
    string Text, double Width, int? Period, decimal Value, string TextColour, string LineColour, bool Bold)
{
    private const double WideShare = 0.3;
    private const double WidestPixels = 260;
    private const double NarrowShare = 0.3;

    /// <summary>
    /// With values while there is room. On a wide plot long names are shortened; on a narrow one that would leave
    /// two characters and a dash, so null sends the names to the key.
    /// </summary>
    public static List<EndLabel>? For(LineSpec spec, IEnumerable<SeriesLook> looks, Margins margins)
    {
        var column = spec.Compact ? spec.Width * NarrowShare : Math.Min(spec.Width * WideShare, WidestPixels);
        var lines = looks.Where(look => LastPoint(look.Series) is not null).ToList();
        if (Build(spec, lines, margins, column, values: true, shorten: !spec.Compact) is { } full)
            return full;
        return Build(spec, lines, margins, column, values: false, shorten: false);
    }

    public static int? LastPoint(LineSeries series)
    {
        for (var i = series.Points.Count - 1; i >= 0; i--)
            if (series.Points[i].Value is not null)
                return i;
        return null;
    }

    private static List<EndLabel>? Build(
        LineSpec spec, List<SeriesLook> lines, Margins margins, double column, bool values, bool shorten)
    {
        var labels = new List<EndLabel>();
        if (spec.Target is { } target)
        {
            var colours = Colours.ThemeColours.Of(spec.Theme);
            var text = shorten ? TextRuler.Shorten(target.Label, column, margins.TextSize) : target.Label;
            labels.Add(new EndLabel(
                text, TextRuler.Width(text, margins.TextSize), null, target.Value, colours.Target, colours.Target,
                Bold: false));
        }

        labels.AddRange(lines.Select(look => Of(spec, look, margins, column, values, shorten)));
        return labels.TrueForAll(label => label.Width <= column) ? labels : null;
    }

    private static EndLabel Of(
        LineSpec spec, SeriesLook look, Margins margins, double column, bool value, bool shorten)
    {
        var series = look.Series;
        var last = LastPoint(series)!.Value;
        // A value of an earlier period beside the others' newest would be read as the newest.
        var number = value && last == spec.Periods.Count - 1
            ? " " + spec.Numbers.Short(series.Points[last].Value!.Value)
            : "";
        var suffix = series.Synthetic ? spec.Texts.SyntheticSuffix : "";
        var bold = look.Coloured && series.Highlighted;
        var rest = suffix + number;
        var name = shorten
            ? TextRuler.ShortenName(
                series.Name, column - TextRuler.Width(rest, margins.TextSize, bold), margins.TextSize, bold)
            : series.Name;
        var text = name + rest;
        return new EndLabel(
            text, TextRuler.Width(text, margins.TextSize, bold), last, series.Points[last].Value!.Value,
            look.Coloured ? look.Colour : look.Theme.Muted, look.Colour, bold);
    }
}
