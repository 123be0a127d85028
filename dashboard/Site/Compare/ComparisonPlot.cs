using System.Globalization;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>The multi-year line plot of a comparison, for the page and for its own address.</summary>
public static class ComparisonPlot
{
    /// <summary>So many lines a plot can colour apart.</summary>
    private const int Colours = 8;

    public static LineSpec Spec(ComparedIndicator compared, Visitor visitor, PlotSize size)
    {
        var indicator = compared.Indicator;
        return new LineSpec
        {
            Title = visitor.Name(indicator.Name, indicator.NameEn),
            Subtitle = SubtitleOf(compared, visitor),
            Description = Describe(compared, visitor),
            Periods = compared.Periods.ToValueList(),
            Series = compared.Units.Select(unit => SeriesOf(unit, compared.Units.Count > Colours, visitor)).ToValueList(),
            Band = BandOf(compared, visitor),
            Target = TargetOf(compared.Target, indicator, visitor),
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

    /// <summary>A picture goes its own way: what it shows of the past it must say itself.</summary>
    private static string SubtitleOf(ComparedIndicator compared, Visitor visitor)
    {
        var stage = StageText.Of(compared.Stage, visitor.Texts.Figure);
        return compared.AsOf is { } moment
            ? $"{stage} · {string.Format(visitor.Language.Culture, visitor.Texts.Figure.AsOf, visitor.Numbers.Past(moment))}"
            : stage;
    }

    /// <summary>Null where no target holds.</summary>
    public static TargetLine? TargetOf(decimal? target, Indicator indicator, Visitor visitor) => target is { } value
        ? new TargetLine(value, $"{visitor.Texts.Figure.Target} {visitor.Numbers.Target(value, indicator)}")
        : null;

    /// <summary>From the lowest to the highest of the other districts, where at least two of them have a value.</summary>
    private static LineBand? BandOf(ComparedIndicator compared, Visitor visitor)
    {
        var values = compared.Others.SelectMany(other => other.Points).Where(point => point.Value is not null)
            .ToLookup(point => point.Period, point => point.Value!.Value);
        var edges = compared.Periods
            .Select(period => values[period].Count() > 1 ? new BandEdge(values[period].Min(), values[period].Max()) : (BandEdge?)null)
            .ToValueList();
        if (edges.All(edge => edge is null))
            return null;
        var generated = compared.Others.Any(other => other.OrgUnit.Synthetic);
        return new LineBand(visitor.Texts.Plot.Others + (generated ? visitor.Texts.Plot.SyntheticSuffix : string.Empty), edges);
    }

    /// <param name="crowded">More lines than colours: the real units keep theirs and the generated ones step back.</param>
    private static LineSeries SeriesOf(ComparedUnit unit, bool crowded, Visitor visitor) => new(
        unit.OrgUnit.Id,
        visitor.Name(unit.OrgUnit.Name, unit.OrgUnit.NameEn),
        unit.Readings.Select(PlotWords.PointOf).ToValueList())
    {
        Synthetic = unit.Synthetic,
        Withheld = PlotWords.WithheldOf(unit.Readings, visitor),
        Highlighted = crowded && !unit.Synthetic && unit.Latest is not null,
        ColourIndex = unit.Place < Colours ? unit.Place : null,
    };

    private static string Describe(ComparedIndicator compared, Visitor visitor) => compared.Periods.Count == 0
        ? visitor.Texts.Plot.NoData
        : string.Format(
            CultureInfo.InvariantCulture,
            visitor.Texts.Plot.LineDescription,
            compared.Units.Count,
            visitor.Numbers.Period(compared.Periods[0]),
            visitor.Numbers.Period(compared.Periods[^1]));
}
