using System.Globalization;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>Units as bars from the best to the worst in one period, those without data at the end.</summary>
public static class RankingPlot
{
    public static RankingSpec Spec(
        Indicator indicator, string period, IReadOnlyList<ComparedUnit> units, Visitor visitor, PlotSize size)
    {
        var readings = units.Select(unit => (Unit: unit, Reading: unit.At(period))).ToList();
        return new RankingSpec
        {
            Title = string.Format(
                CultureInfo.InvariantCulture,
                visitor.Texts.Plot.RankingTitle,
                visitor.Name(indicator.Name, indicator.NameEn),
                visitor.Numbers.Period(period)),
            Period = visitor.Numbers.Period(period),
            Rows = Order(readings, indicator.Direction).Select(row => RowOf(row.Unit, row.Reading, indicator, visitor)).ToValueList(),
            Target = ComparisonPlot.TargetOf(
                readings.Select(row => row.Reading.Target).FirstOrDefault(target => target is not null), indicator, visitor),
            Texts = PlotWords.Ranking(visitor.Texts),
            Unit = visitor.Numbers.UnitOf(indicator),
            Decimals = indicator.Decimals,
            Culture = visitor.Language.Culture.Name,
            Width = size.Width,
            Theme = size.Theme,
        };
    }

    /// <summary>Best first as the indicator's direction says; a neutral one from the largest.</summary>
    private static IEnumerable<(ComparedUnit Unit, Reading Reading)> Order(
        IEnumerable<(ComparedUnit Unit, Reading Reading)> rows, Direction direction)
    {
        var byData = rows.OrderBy(row => row.Reading.Value is null);
        return direction == Direction.LowerIsBetter
            ? byData.ThenBy(row => row.Reading.Value)
            : byData.ThenByDescending(row => row.Reading.Value);
    }

    private static RankingRow RowOf(ComparedUnit unit, Reading reading, Indicator indicator, Visitor visitor) => new(
        unit.OrgUnit.Id,
        visitor.Name(unit.OrgUnit.Name, unit.OrgUnit.NameEn),
        reading.Value,
        reading.Status switch { TargetStatus.Met => RowStatus.Met, TargetStatus.Missed => RowStatus.Missed, _ => RowStatus.None },
        reading.Change is { } change ? visitor.Numbers.Change(change, indicator) : string.Empty)
    {
        Before = reading.Value - reading.Change,
        Synthetic = unit.Synthetic,
        Highlighted = !unit.Synthetic,
        Withheld = reading is { Value: null, Suppression: not null } ? ReadingText.Absence(reading, visitor.Texts.Figure) : null,
    };
}
