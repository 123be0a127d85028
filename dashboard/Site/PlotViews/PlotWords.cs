using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Texts;
using EduAnalytics.Plots;
using Basis = EduAnalytics.Dashboard.Figures.Basis;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>The reader's words and the gateway's readings as a plot's specification takes them.</summary>
public static class PlotWords
{
    public static LineTexts Lines(PlotTexts texts) => new()
    {
        SyntheticSuffix = texts.SyntheticSuffix,
        SyntheticKey = texts.SyntheticKey,
        ComputedKey = texts.ComputedKey,
        ReportedKey = texts.ReportedKey,
        UnnamedNote = texts.UnnamedNote,
        NoData = texts.NoData,
    };

    public static RankingTexts Ranking(ScreenTexts texts) => new()
    {
        Met = texts.Figure.Met,
        Missed = texts.Figure.Missed,
        NoData = texts.Plot.NoData,
        Change = texts.Plot.Change,
        SyntheticSuffix = texts.Plot.SyntheticSuffix,
        SyntheticKey = texts.Plot.SyntheticKey,
    };

    /// <summary>A half-year's value never joins a line of whole years.</summary>
    public static LinePoint PointOf(Reading reading) => new(
        reading.Value,
        reading.Basis == Basis.Reported ? PointBasis.Reported : PointBasis.Computed,
        PeriodText.IsWholeYear(reading.Period));
}
