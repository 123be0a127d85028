using System.Globalization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Units;

/// <summary>One indicator of a unit over the years with its parent for reference.</summary>
public static class UnitPlot
{
    /// <summary>The periods of both, from the oldest; every mark's index counts in them.</summary>
    public static IReadOnlyList<string> Periods(ScorecardRow row) => ShownPeriods.Of(
        [.. row.Readings.Concat(row.Parent).Select(reading => reading.Period).Distinct().Order(StringComparer.Ordinal)], new CompareView());

    public static LineSpec Spec(UnitInTree unit, ScorecardRow row, Visitor visitor, PlotSize size)
    {
        var periods = Periods(row);
        var indicator = row.Indicator;
        return new LineSpec
        {
            Title = string.Format(
                CultureInfo.InvariantCulture,
                visitor.Texts.Plot.UnitTitle,
                visitor.Name(indicator.Name, indicator.NameEn),
                visitor.Name(unit.Name, unit.NameEn)),
            Subtitle = StageText.Of(row.Stage, visitor.Texts.Figure),
            Periods = periods.ToValueList(),
            Series = Series(unit, row, periods, visitor).ToValueList(),
            Target = ComparisonPlot.TargetOf(row.Latest.Target, indicator, visitor),
            Texts = PlotWords.Lines(visitor.Texts),
            Unit = visitor.Numbers.UnitOf(indicator),
            Decimals = indicator.Decimals,
            Culture = visitor.Language.Culture.Name,
            Floor = 0,
            Ceiling = indicator.Unit == "percent" ? 100 : null,
            Width = size.Width,
            Height = size.Height,
            Theme = size.Theme,
        };
    }

    private static IEnumerable<LineSeries> Series(
        UnitInTree unit, ScorecardRow row, IReadOnlyList<string> periods, Visitor visitor)
    {
        yield return SeriesOf(unit.OrgUnit, row.Readings, periods, visitor) with { Highlighted = true, ColourIndex = 0 };
        // Sums of money and people of a district beside those of its city would only flatten the district's line.
        if (unit.Parent is { } parent && row.Parent.Count > 0 && row.Indicator.Unit is "percent" or "ratio")
            yield return SeriesOf(unit.Parent!.OrgUnit, row.Parent, periods, visitor) with { ColourIndex = 7 };
    }

    private static LineSeries SeriesOf(OrgUnit unit, IReadOnlyList<Reading> readings, IReadOnlyList<string> periods, Visitor visitor) =>
        new(
            unit.Id,
            visitor.Name(unit.Name, unit.NameEn),
            periods.Select(period => readings.FirstOrDefault(reading => reading.Period == period) ?? Reading.None(period))
                .Select(PlotWords.PointOf).ToValueList())
        {
            Synthetic = unit.Synthetic,
            Withheld = PlotWords.WithheldOf(readings, visitor),
        };
}
