using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Standards.Schools;

/// <summary>The coefficients of variation of one stage as bars against their limit, the largest first.</summary>
public static class VariationPlot
{
    public static RankingSpec Spec(IReadOnlyList<Outcome> spreads, string period, Visitor visitor, PlotSize size)
    {
        var coefficient = Coefficient(spreads[0]);
        return new RankingSpec
        {
            Title = Title(spreads, visitor),
            Subtitle = visitor.Numbers.Period(period),
            Period = visitor.Numbers.Period(period),
            Rows = spreads.OrderByDescending(spread => spread.Result.Value).Select(spread => RowOf(spread, visitor)).ToValueList(),
            Target = ComparisonPlot.TargetOf(spreads[0].Criterion.Threshold, coefficient, visitor),
            Texts = PlotWords.Ranking(visitor.Texts) with { Change = string.Empty },
            Unit = string.Empty,
            Decimals = coefficient.Decimals,
            Culture = visitor.Language.Culture.Name,
            Width = size.Width,
            Theme = size.Theme,
            IdPrefix = $"variation-{spreads[0].Criterion.Code}-{size.Width}",
        };
    }

    public static string Title(IReadOnlyList<Outcome> spreads, Visitor visitor) => string.Format(
        visitor.Language.Culture, visitor.Texts.Standard.OfStage, visitor.Texts.Standard.Variation, StageText.Of(spreads[0].Criterion.Stage, visitor.Texts.Figure));

    /// <summary>A coefficient as tips write it: a ratio that should be low, whatever the indicator whose spread it is.</summary>
    public static ReadingText TextOf(Outcome spread, string period, Visitor visitor) => new(
        Reading.None(period) with
        {
            Value = spread.Result.Value,
            Target = spread.Criterion.Threshold,
            Status = spread.Result.Status,
            Basis = spread.Result.Basis,
            ReportedUnits = spread.Result.Schools,
            ExpectedUnits = spread.Result.ExpectedSchools,
        },
        Coefficient(spread),
        visitor);

    private static Indicator Coefficient(Outcome spread) =>
        spread.Criterion.Indicator with { Unit = "ratio", Decimals = 4, Direction = Direction.LowerIsBetter };

    /// <summary>The title says that it is a variation; the bar says of what.</summary>
    private static string NameOf(Criterion criterion, Visitor visitor) => criterion.SpreadOf.Count > 1
        ? visitor.Texts.Standard.Mean
        : visitor.Name(criterion.Indicator.Name, criterion.Indicator.NameEn);

    private static RankingRow RowOf(Outcome spread, Visitor visitor) => new(
        spread.Criterion.Code,
        NameOf(spread.Criterion, visitor),
        spread.Result.Value,
        spread.Result.Status switch { TargetStatus.Met => RowStatus.Met, TargetStatus.Missed => RowStatus.Missed, _ => RowStatus.None })
    {
        Synthetic = spread.Result.OrgUnit.Synthetic,
        Highlighted = spread.Criterion.SpreadOf.Count > 1,
    };
}
