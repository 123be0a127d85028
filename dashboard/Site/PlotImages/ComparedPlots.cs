using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.PlotImages;

/// <summary>The plots that are views of one indicator of several units, by the name in their address.</summary>
internal static class ComparedPlots
{
    private static readonly Dictionary<string, Func<ComparedIndicator, PlotImageRequest, PlotSpec>> Kinds = new()
    {
        ["comparison"] = (compared, request) => ComparisonPlot.Spec(compared, request.Visitor, request.Size),
        ["ranking"] = (compared, request) =>
            RankingPlot.Spec(compared.Indicator, PeriodOf(compared, request), compared.Units, request.Visitor, request.Size),
    };

    /// <summary>The names as an address's pattern.</summary>
    public static string Pattern => string.Join('|', Kinds.Keys);

    public static PlotSpec Spec(string kind, ComparedIndicator compared, PlotImageRequest request) => Kinds[kind](compared, request);

    /// <summary>Why the plot asked for cannot be drawn; null where it can.</summary>
    public static string? Obstacle(ComparedIndicator compared, PlotImageRequest request) =>
        request.Period is { } period && !compared.Periods.Contains(period)
            ? $"The field 'period' holds '{period}'; give one of {string.Join(", ", compared.Periods)}."
            : null;

    /// <summary>Without any data the newest year is as good as another.</summary>
    private static string PeriodOf(ComparedIndicator compared, PlotImageRequest request) =>
        request.Period ?? compared.Ranked ?? (compared.Periods is [.., var newest] ? newest : string.Empty);
}
