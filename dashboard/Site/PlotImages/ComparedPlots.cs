using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Visuals;

namespace EduAnalytics.Dashboard.PlotImages;

/// <summary>The plots that are views of one indicator of several units, by the name in their address.</summary>
internal static class ComparedPlots
{
    private static readonly Dictionary<string, Func<ComparedIndicator, PlotImageRequest, PlotAnswer>> Kinds = new()
    {
        ["comparison"] = (compared, request) => PlotAnswer.Of(ComparisonPlot.Spec(compared, request.Visitor, request.Size)),
        ["ranking"] = (compared, request) => PlotAnswer.Of(
            RankingPlot.Spec(compared.Indicator, PeriodOf(compared, request), compared.Units, request.Visitor, request.Size)),
        ["funnel"] = (compared, request) => FunnelPlot.Of(compared, PeriodOf(compared, request), FrameOf(compared, request)),
        ["slope"] = (compared, request) => SlopePlot.Of(compared, FrameOf(compared, request)),
        ["multiples"] = (compared, request) => MultiplesPlot.Of(compared, FrameOf(compared, request)),
        ["waterfall"] = (compared, request) => WaterfallPlot.Of(compared, FrameOf(compared, request)),
    };

    /// <summary>The names as an address's pattern.</summary>
    public static string Pattern => string.Join('|', Kinds.Keys);

    public static PlotAnswer Of(string kind, ComparedIndicator compared, PlotImageRequest request) =>
        request.Period is { } period && !compared.Periods.Contains(period)
            ? PlotAnswer.Because(PlotObstacle.NoData, $"The field 'period' holds '{period}'; give one of {string.Join(", ", compared.Periods)}.")
            : Kinds[kind](compared, request);

    private static PlotFrame FrameOf(ComparedIndicator compared, PlotImageRequest request) =>
        PlotFrame.Of(compared, request.Visitor, request.Size);

    /// <summary>Without any data the newest year is as good as another.</summary>
    private static string PeriodOf(ComparedIndicator compared, PlotImageRequest request) =>
        request.Period ?? compared.Ranked ?? (compared.Periods is [.., var newest] ? newest : string.Empty);
}
