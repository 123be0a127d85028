using System.Globalization;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals.StatusMaps;

/// <summary>Units by indicators: who misses what, at one glance.</summary>
public static class StatusMapPlot
{
    public static PlotAnswer Of(StatusMapData data, Visitor visitor, PlotSize size)
    {
        var texts = visitor.Texts;
        var group = data.Group is { } code ? texts.Groups.GetValueOrDefault(code, code) : null;
        return PlotAnswer.Of(new StatusMapSpec
        {
            Title = group is null
                ? texts.Visual.StatusMapTitle
                : string.Format(CultureInfo.InvariantCulture, texts.Visual.StatusMapOfGroup, group),
            Subtitle = $"{visitor.Numbers.Period(data.Period)}{texts.Figure.ListSeparator}{StageText.Of(data.Stage, texts.Figure)}",
            Columns = data.Indicators.Select(indicator => new StatusMapColumn(indicator.Code, visitor.Name(indicator.Name, indicator.NameEn))).ToValueList(),
            Rows = data.Indicators.Count == 0 ? [] : data.Units.Select(unit => RowOf(unit, data.Indicators, visitor)).ToValueList(),
            Texts = TextsOf(texts, texts.Compare.OrgUnit),
            Culture = visitor.Language.Culture.Name,
            Width = size.Width,
            Theme = size.Theme,
        });
    }

    private static StatusMapRow RowOf(StatusMapUnit unit, IReadOnlyList<Indicator> indicators, Visitor visitor) => new(
        unit.OrgUnit.Id,
        visitor.Name(unit.OrgUnit.Name, unit.OrgUnit.NameEn),
        indicators.Select(indicator => CellOf(unit.Readings.GetValueOrDefault(indicator.Code), indicator, visitor)).ToValueList())
    {
        Synthetic = unit.OrgUnit.Synthetic,
        Highlighted = !unit.OrgUnit.Synthetic,
    };

    /// <param name="rows">What the rows are.</param>
    internal static StatusMapTexts TextsOf(ScreenTexts texts, string rows) => new()
    {
        Met = texts.Figure.Met,
        Missed = texts.Figure.Missed,
        NoTarget = texts.Figure.NoTarget,
        NoData = texts.Plot.NoData,
        OrgUnit = rows,
        SyntheticSuffix = texts.Plot.SyntheticSuffix,
    };

    /// <param name="reading">Null where there is none.</param>
    internal static StatusCell CellOf(Reading? reading, Indicator indicator, Visitor visitor)
    {
        var text = new ReadingText(reading ?? Reading.None(string.Empty), indicator, visitor);
        return new StatusCell(
            reading?.Value,
            text.Value,
            reading?.Value is { } value ? Printed(value, indicator, visitor) : string.Empty,
            reading?.Status switch { TargetStatus.Met => RowStatus.Met, TargetStatus.Missed => RowStatus.Missed, _ => RowStatus.None });
    }

    /// <summary>Without the unit, which the column's name implies; large amounts shortened.</summary>
    private static string Printed(decimal value, Indicator indicator, Visitor visitor) =>
        Math.Abs(value) < NumberWriter.BriefFrom ? visitor.Numbers.Plain(value, indicator) : BriefNumber.Write(value, visitor.Language).Trim();
}
