using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals;

/// <summary>Units' shares by their size, between limits that chance alone seldom passes.</summary>
public static class FunnelPlot
{
    public static PlotAnswer Of(ComparedIndicator compared, string period, PlotFrame frame)
    {
        if (compared.Indicator.Unit != "percent")
            return PlotAnswer.Because(
                PlotObstacle.NoShare,
                $"A funnel plot shows shares of people; '{compared.Indicator.Code}' is none. Ask for an indicator in per cent.");
        var texts = frame.Visitor.Texts;
        var units = compared.Units.Select(unit => (Unit: unit, Reading: unit.At(period))).ToList();
        var points = units.Where(one => HasCounts(one.Reading)).Select(one => PointOf(one.Unit, one.Reading, frame)).ToList();
        if (points.Count == 0 && units.Exists(one => one.Reading.Value is not null))
            return PlotAnswer.Because(
                PlotObstacle.NoCounts,
                $"'{compared.Indicator.Code}' of {period} is known as stated rates only; a funnel plot needs the counts behind them.");
        return PlotAnswer.Of(frame.Dress(new FunnelSpec
        {
            Title = frame.Title(texts.Visual.FunnelTitle),
            Subtitle = frame.Subtitle(period),
            Height = frame.Size.Height,
            Period = frame.Visitor.Numbers.Period(period),
            Points = points.ToValueList(),
            // A share above one, such as gross enrolment, is no share of the same people.
            Model = points.Exists(point => point.Numerator > point.Denominator) ? FunnelModel.Poisson : FunnelModel.Binomial,
            Withheld = units.Count(one => one.Reading.Suppression is Suppression.SmallCount or Suppression.Complementary),
            Texts = Words(frame),
        }));
    }

    private static bool HasCounts(Reading reading) =>
        reading is { Numerator: { } above, Denominator: { } below }
        && below >= 1 && above >= 0 && above == decimal.Truncate(above) && below == decimal.Truncate(below);

    private static FunnelPoint PointOf(ComparedUnit unit, Reading reading, PlotFrame frame) => new(
        unit.OrgUnit.Id, frame.NameOf(unit.OrgUnit), reading.Numerator!.Value, reading.Denominator!.Value)
    { Synthetic = unit.Synthetic, Highlighted = unit.OrgUnit.Level == OrgUnitLevel.District && !unit.Synthetic };

    private static FunnelTexts Words(PlotFrame frame)
    {
        var texts = frame.Visitor.Texts;
        return new FunnelTexts
        {
            OrgUnit = texts.Compare.OrgUnit,
            Numerator = texts.Visual.Numerator,
            Denominator = texts.Visual.Denominator,
            Rate = texts.Figure.Value,
            LowerLimit = texts.Visual.LowerLimit,
            UpperLimit = texts.Visual.UpperLimit,
            Place = texts.Visual.Place,
            Centre = texts.Visual.AllTogether,
            InnerLimit = texts.Visual.InnerLimit,
            OuterLimit = texts.Visual.OuterLimit,
            Within = texts.Visual.Within,
            Between = texts.Visual.Between,
            Outside = texts.Visual.Outside,
            WithheldNote = texts.Visual.Withheld,
            UnnamedNote = texts.Visual.OutsideUnnamed,
            NoData = texts.Plot.NoData,
            SyntheticSuffix = texts.Plot.SyntheticSuffix,
            SyntheticKey = texts.Plot.SyntheticKey,
        };
    }
}
