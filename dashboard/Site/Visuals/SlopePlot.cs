using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals;

/// <summary>Where each unit stood at the first period and where it stands now.</summary>
public static class SlopePlot
{
    public static PlotAnswer Of(ComparedIndicator compared, PlotFrame frame)
    {
        if (TwoPeriods.Of(compared) is not { } periods)
            return PlotAnswer.Because(PlotObstacle.OnePeriod, TwoPeriods.Missing);
        var (texts, numbers) = (frame.Visitor.Texts, frame.Visitor.Numbers);
        return PlotAnswer.Of(frame.Dress(new SlopeSpec
        {
            Title = frame.Title(texts.Visual.SlopeTitle),
            Subtitle = frame.Subtitle(),
            Height = frame.Size.Height,
            From = numbers.Period(periods.From),
            To = numbers.Period(periods.To),
            Lines = compared.Units.Select(unit => LineOf(unit, periods, frame)).ToValueList(),
            Target = ComparisonPlot.TargetOf(compared.Target, compared.Indicator, frame.Visitor),
            Texts = new SlopeTexts
            {
                OrgUnit = texts.Compare.OrgUnit,
                Change = texts.Visual.Difference,
                Course = texts.Visual.Course,
                Better = texts.Visual.Better,
                Worse = texts.Visual.Worse,
                Level = texts.Visual.Level,
                NoData = texts.Plot.NoData,
                SyntheticSuffix = texts.Plot.SyntheticSuffix,
                SyntheticKey = texts.Plot.SyntheticKey,
            },
        }));
    }

    private static SlopeLine LineOf(ComparedUnit unit, TwoPeriods periods, PlotFrame frame)
    {
        var (from, to) = (unit.At(periods.From).Value, unit.At(periods.To).Value);
        var (change, course) = frame.ChangeOf(from, to);
        return new SlopeLine(unit.OrgUnit.Id, frame.NameOf(unit.OrgUnit), from, to, course, change)
        {
            Synthetic = unit.Synthetic,
            Highlighted = !unit.Synthetic,
        };
    }
}
