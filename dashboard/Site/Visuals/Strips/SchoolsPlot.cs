using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals.Strips;

/// <summary>Every school of each district, with the outliers named.</summary>
public static class SchoolsPlot
{
    /// <summary>Quartiles of fewer schools are those schools themselves.</summary>
    private const int FewestForBox = 5;

    public static PlotAnswer Of(SchoolsData data, Visitor visitor, PlotSize size)
    {
        var frame = new PlotFrame(data.Indicator, data.Stage, visitor, size);
        var texts = visitor.Texts;
        return PlotAnswer.Of(frame.Dress(new StripSpec
        {
            Title = frame.Title(texts.Visual.StripTitle),
            Subtitle = frame.Subtitle(data.Period),
            Period = visitor.Numbers.Period(data.Period),
            Groups = data.Spreads.Where(one => one.Spread.IsKnown).Select(one => GroupOf(one.Unit, one.Spread, frame)).ToValueList(),
            Target = ComparisonPlot.TargetOf(data.Target, data.Indicator, visitor),
            Floor = 0,
            Ceiling = frame.Ceiling,
            Texts = new StripTexts
            {
                Group = texts.Unit.District,
                OrgUnit = texts.Unit.School,
                Point = texts.Visual.OneSchool,
                Outlier = texts.Visual.Outlier,
                Box = texts.Visual.Box,
                UnnamedNote = texts.Visual.OutliersUnnamed,
                NoData = texts.Plot.NoData,
                SyntheticSuffix = texts.Plot.SyntheticSuffix,
                SyntheticKey = texts.Plot.SyntheticKey,
            },
        }));
    }

    private static StripGroup GroupOf(OrgUnit unit, Spread spread, PlotFrame frame)
    {
        var points = spread.Schools.Where(school => school.Value is not null).Select(school => new StripPoint(
            school.OrgUnit.Id, frame.NameOf(school.OrgUnit), school.Value!.Value)
        { Synthetic = school.OrgUnit.Synthetic }).ToValueList();
        var box = points.Count >= FewestForBox && spread is { LowerQuartile: { } lower, Median: { } median, UpperQuartile: { } upper }
            ? new StripBox(lower, median, upper)
            : (StripBox?)null;
        return new StripGroup(unit.Id, frame.NameOf(unit), points, box);
    }
}
