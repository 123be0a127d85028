using System.Globalization;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals;

/// <summary>Which units made a total change, the largest parts first.</summary>
public static class WaterfallPlot
{
    /// <summary>The mark of the total that the change begins at.</summary>
    public const string Start = "from";

    /// <summary>The mark of the total that it leads to.</summary>
    public const string End = "to";

    private const int MostSteps = 12;

    public static PlotAnswer Of(ComparedIndicator compared, PlotFrame frame)
    {
        if (TwoPeriods.Of(compared) is not { } periods)
            return PlotAnswer.Because(PlotObstacle.OnePeriod, TwoPeriods.Missing);
        if (ChangeParts.Of(compared, periods) is not { } parts)
            return PlotAnswer.Because(
                PlotObstacle.NoParts,
                $"'{compared.Indicator.Code}' has no numerators and denominators in both {periods.From} and {periods.To} that could be added up.");
        var texts = frame.Visitor.Texts;
        var numbers = frame.Visitor.Numbers;
        return PlotAnswer.Of(frame.Dress(new WaterfallSpec
        {
            Title = frame.Title(texts.Visual.WaterfallTitle),
            Subtitle = string.Format(
                frame.Visitor.Language.Culture, texts.Visual.WaterfallBasis, parts.Units.Count, numbers.Period(periods.From), numbers.Period(periods.To)),
            Start = new WaterfallTotal(WaterfallPlot.Start, numbers.Period(periods.From), parts.Start),
            Steps = Steps(parts, frame).ToValueList(),
            End = new WaterfallTotal(WaterfallPlot.End, numbers.Period(periods.To), parts.End),
            MoreIsBetter = frame.MoreIsBetter,
            Texts = new WaterfallTexts
            {
                Step = texts.Compare.OrgUnit,
                Amount = texts.Visual.Difference,
                Total = texts.Visual.Total,
                Rise = texts.Visual.Rise,
                Fall = texts.Visual.Fall,
                CutNote = texts.Visual.CutAxis,
                SyntheticSuffix = texts.Plot.SyntheticSuffix,
            },
        }));
    }

    private static IEnumerable<WaterfallStep> Steps(ChangeParts parts, PlotFrame frame)
    {
        var texts = frame.Visitor.Texts.Visual;
        var sorted = parts.Units.OrderByDescending(one => Math.Abs(one.Amount)).ToList();
        // One that remains is named and not called 'one other'.
        var named = sorted.Count <= MostSteps + 1 ? sorted.Count : MostSteps;
        foreach (var (unit, amount) in sorted.Take(named))
            yield return new WaterfallStep(unit.OrgUnit.Id, frame.NameOf(unit.OrgUnit), amount) { Synthetic = unit.Synthetic };
        if (named < sorted.Count)
            yield return new WaterfallStep(
                "rest", string.Format(CultureInfo.InvariantCulture, texts.Rest, sorted.Count - named), sorted.Skip(named).Sum(one => one.Amount));
        if (parts.Shift is { } shift)
            yield return new WaterfallStep("shift", texts.Shift, shift);
    }
}
