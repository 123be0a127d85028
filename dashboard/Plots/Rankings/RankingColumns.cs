using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Rankings;

/// <summary>Where each part of a row lies, in pixels from the left.</summary>
/// <param name="NameLeft">Start of the names.</param>
/// <param name="NameWidth">What a name may take before it is shortened.</param>
/// <param name="Bars">From values to pixels.</param>
/// <param name="ChangeRight">End of the changes.</param>
/// <param name="StatusLeft">Start of the signs; their words follow on a wide plot.</param>
internal sealed record RankingColumns(
    double NameLeft, double NameWidth, Scale Bars, double ChangeRight, double StatusLeft, double RowHeight, bool Compact)
{
    public const double SignGap = 6;

    private const double Between = 14;
    private const double WidestNames = 0.34;

    public static RankingColumns Of(RankingSpec spec, Margins margins)
    {
        var right = spec.Width - margins.Side;
        var hasStatus = spec.Rows.Any(row => row.Status != RowStatus.None);
        var words = spec.Compact ? 0 : SignGap + Widest([spec.Texts.Met, spec.Texts.Missed], margins);
        var statusLeft = hasStatus ? right - StatusSign.Width - words : right;
        var changeRight = hasStatus ? statusLeft - Between : right;
        var changes = spec.Rows.Where(row => row.Change.Length > 0).Select(row => row.Change).ToList();
        var change = changes.Count == 0 ? 0 : Widest([.. changes, spec.Texts.Change], margins) + Between;
        // Beside the longest bar there must be room for its value.
        var value = Widest(spec.Rows.Select(row => RowInk.ValueText(spec, row)), margins) + RowInk.ValueGap;

        if (spec.Compact)
            return new RankingColumns(
                margins.Side, changeRight - change - margins.Side, BarScale(spec, margins.Side, right - value),
                changeRight, statusLeft, RowHeight: 44, Compact: true);

        var name = Math.Min(
            spec.Rows.Select(row => TextRuler.Width(RowInk.NameText(spec, row), margins.TextSize, row.Highlighted))
                .DefaultIfEmpty(0).Max(),
            spec.Width * WidestNames);
        return new RankingColumns(
            margins.Side, name, BarScale(spec, margins.Side + name + 10, changeRight - change - value),
            changeRight, statusLeft, RowHeight: 28, Compact: false);
    }

    private static Scale BarScale(RankingSpec spec, double left, double right)
    {
        var values = spec.Rows.SelectMany(row => new[] { row.Value, row.Before }).OfType<decimal>().ToList();
        if (spec.Target is { } target)
            values.Add(target.Value);
        // A bar's length is its value, so the axis always holds zero.
        var low = Math.Min(0, values.DefaultIfEmpty(0).Min());
        var high = Math.Max(0, values.DefaultIfEmpty(0).Max());
        return new Scale((double)low, (double)(low == high ? low + 1 : high), left, Math.Max(left + 1, right));
    }

    private static double Widest(IEnumerable<string> texts, Margins margins) =>
        texts.Select(text => TextRuler.Width(text, margins.TextSize)).DefaultIfEmpty(0).Max();
}
