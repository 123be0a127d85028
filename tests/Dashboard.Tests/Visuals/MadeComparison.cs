using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Visuals;

namespace EduAnalytics.Dashboard.Tests.Visuals;

/// <summary>Comparisons of 2023 and 2024 written down in a line.</summary>
internal static class MadeComparison
{
    public static Visitor Reader { get; } = Visitor.From("zh", null);

    public static Indicator Rate { get; } = new(
        "dropout.rate", "辍学率", null, "retention", "percent", 1, Direction.LowerIsBetter, [], string.Empty, null, null);

    public static Indicator Amount { get; } = Rate with { Code = "finance.allocated", Unit = "CNY", Direction = Direction.HigherIsBetter };

    public static ComparedIndicator Of(Indicator indicator, params ComparedUnit[] units) =>
        new(indicator, null, ["2023", "2024"], units, [], null, false);

    public static PlotFrame Frame(ComparedIndicator compared) => PlotFrame.Of(compared, Reader, PlotSize.Wide);

    public static ComparedUnit Unit(string id, params Reading[] readings) =>
        new(new OrgUnit(id, id, null, OrgUnitLevel.District, Synthetic: true), Synthetic: true, null, readings);

    /// <summary>A value in per cent with the counts behind it.</summary>
    public static Reading Counted(string period, decimal numerator, decimal denominator) =>
        Reading.None(period) with { Value = numerator / denominator * 100, Numerator = numerator, Denominator = denominator };

    public static Reading Stated(string period, decimal? value) => Reading.None(period) with { Value = value, Basis = Basis.Reported };
}
