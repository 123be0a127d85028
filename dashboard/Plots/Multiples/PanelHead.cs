using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Lines;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Multiples;

/// <summary>What stands above one small plot: its name, in two lines where one is too short for it, and its newest value.</summary>
internal sealed record PanelHead(IReadOnlyList<string> Name, string Value, bool HasData)
{
    private const double OneLine = 27;
    private const double SecondLine = 16;
    private const double BeforeValue = 8;

    /// <summary>Pixels above the plots: the same for all, so that rows of panels stay level.</summary>
    public static double Height(IEnumerable<PanelHead> heads) => heads.Any(head => head.Name.Count > 1) ? OneLine + SecondLine : OneLine;

    public static PanelHead Of(MultiplesSpec spec, LineSeries series, double width, Margins margins)
    {
        var last = EndLabel.LastPoint(series);
        // An older value here would be read as the newest.
        var value = last is null ? spec.Texts.NoData : last == spec.Periods.Count - 1 ? spec.Numbers.Short(series.Points[last.Value].Value!.Value) : "";
        var beside = width - (value.Length > 0 ? TextRuler.Width(value, margins.TextSize) + BeforeValue : 0);
        return new PanelHead(
            Lines(series.Name, series.Synthetic ? spec.Texts.SyntheticSuffix : "", beside, width, margins.TextSize), value, last is not null);
    }

    public void Place(Picture picture, PixelBox box, Margins margins)
    {
        var baseline = box.Y + margins.TextSize;
        foreach (var (i, line) in Name.Index())
            picture.Texts.Add(new PlacedText(
                line, box.X, baseline + i * SecondLine, Anchor.Start, margins.TextSize, picture.Colours.Text)
            { Bold = true });
        if (Value.Length > 0)
            picture.Texts.Add(new PlacedText(
                Value, box.Right, baseline, Anchor.End, margins.TextSize, HasData ? picture.Colours.Neutral : picture.Colours.Muted));
    }

    /// <param name="beside">Pixels of the first line, which the value shares.</param>
    /// <param name="width">Pixels of the second.</param>
    private static IReadOnlyList<string> Lines(string name, string suffix, double beside, double width, double size)
    {
        if (TextRuler.Width(name + suffix, size, bold: true) <= beside)
            return [name + suffix];
        var first = TextRuler.Wrap(name, beside, size, lines: 2, bold: true)[0];
        var rest = name[first.Length..].TrimStart();
        return [first, (TextRuler.ShortenName(rest, width - TextRuler.Width(suffix, size, bold: true), size, bold: true) + suffix).TrimStart()];
    }
}
